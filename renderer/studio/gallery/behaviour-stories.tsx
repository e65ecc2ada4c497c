import type { Module } from '../../../shared/model/module.ts'
import type { ProjectRecord } from '../../../shared/model/records.ts'
import { Editor } from '../app/Editor.tsx'
import type { Selection } from '../document/places.ts'
import { lesson } from './fixtures.ts'
import { Scene } from './Scene.tsx'
import type { Story } from './story.ts'

type Change = Partial<Omit<Module, 'type'>> & { mustWatch?: number; mustScore?: number; outcome?: null }

/** The lesson with some of its records changed. */
const lessonWith = (changes: Readonly<Record<string, Change>>): ProjectRecord[] =>
  lesson.map((record) => ({ ...record, ...changes[record.id] }) as ProjectRecord)

const strict: Change = {
  behaviour: {
    navigation: 'restricted',
    resume: 'ask',
    completion: 'passed',
    attempts: 3,
    exitButton: true,
  },
}

function settings(name: string, step: string | null, changes: Readonly<Record<string, Change>>): Story {
  const selection: Selection = { module: 'milk', step }
  const options = { records: lessonWith(changes) }
  return {
    name: `Settings: ${name}`,
    render: () => (
      <Scene options={options} selection={selection}>
        {({ session }) => <Editor session={session} />}
      </Scene>
    ),
  }
}

/** How a module behaves and what makes a step done, as an author sets it. */
export const behaviourStories: readonly Story[] = [
  settings('a module that asks a lot', null, { milk: strict }),
  settings('a quiz that must be passed', 'milk.check', { 'milk.check': { mustScore: 80 } }),
  settings('a video that must be watched', 'milk.watch', { 'milk.watch': { mustWatch: 90 } }),
  settings('a step of a module without outcomes', 'milk.watch', {
    milk: { outcomes: [] },
    'milk.why': { outcome: null },
  }),
]
