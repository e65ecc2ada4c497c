import { StudioError } from '../../../shared/errors.ts'
import { Editor } from '../app/Editor.tsx'
import { nothingSelected, type Selection } from '../document/places.ts'
import { rename } from '../outline/actions.ts'
import { emptyProject, lesson } from './fixtures.ts'
import type { MemoryOptions } from './memory-client.ts'
import { Scene, type Setting } from './Scene.tsx'
import type { Story } from './story.ts'

const path = '/home/ada/Morsel/Barista basics.morsel'

function editor(
  name: string,
  selection: Selection,
  options: MemoryOptions = { records: lesson },
  prepare?: (setting: Setting) => void,
): Story {
  return {
    name: `Editor: ${name}`,
    render: () => (
      <Scene options={options} selection={selection} {...(prepare ? { prepare } : {})}>
        {({ session }) => <Editor session={session} />}
      </Scene>
    ),
  }
}

const at = (step: string | null): Selection => ({ module: 'milk', step })
const typeSomething = ({ document }: Setting) =>
  document.edit('Edit title', (draft) => rename(draft, 'milk', 'Steaming milk well'))

export const editorStories: readonly Story[] = [
  editor('an empty project', nothingSelected, { records: emptyProject }),
  editor('nothing selected', nothingSelected),
  editor('a module without steps', { module: 'grind', step: null }),
  editor('a module', at(null)),
  editor('a page', at('milk.why')),
  editor('a video, trimmed', at('milk.watch')),
  editor('a video step without a video', at('milk.next')),
  editor('a video that browsers cannot play', at('milk.old')),
  editor('a podcast, rendered', at('milk.listen')),
  editor('a podcast without words', at('milk.talk')),
  editor('a quiz', at('milk.check')),
  editor(
    'not saved, kept',
    at(null),
    { records: lesson, refusal: new StudioError('disk-full', { path }) },
    typeSomething,
  ),
  editor(
    'not saved, taken back',
    at(null),
    { records: lesson, refusal: new StudioError('conflict', { record: 'Steaming milk' }) },
    typeSomething,
  ),
]
