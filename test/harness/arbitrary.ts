import fc from 'fast-check'
import { edit } from '../../shared/model/edit.ts'
import type { Change } from '../../shared/model/change.ts'
import { createModule } from '../../shared/model/module.ts'
import { projectId } from '../../shared/model/project.ts'
import { createQuestion } from '../../shared/model/questions/index.ts'
import type { ProjectRecord, RecordMap } from '../../shared/model/records.ts'
import { fromPlainText } from '../../shared/model/richtext/text.ts'
import { createStep, stepKinds } from '../../shared/model/steps/index.ts'

/**
 * One random deed of an author. `pick` chooses among what is there, so that a sequence makes sense whatever came before;
 * the same deed on the same records is always the same change.
 */
export type Deed = {
  kind: 'add-module' | 'add-step' | 'add-question' | 'write' | 'rename' | 'move' | 'delete'
  key: string
  pick: number
  words: string
}

export const anyDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom('add-module', 'add-step', 'add-question', 'write', 'rename', 'move', 'delete'),
  key: fc.stringMatching(/^[a-z]{4}$/),
  pick: fc.nat(1000),
  words: fc.string({ maxLength: 30 }),
})

/** What a new project holds, for tests that need no file. */
export const firstRecords: RecordMap = {
  [projectId]: { id: projectId, type: 'project', title: 'Any', series: ['series'], target: 'generic' },
  series: { id: 'series', type: 'series', title: 'First series', modules: [] },
}

/** The change that `deed` makes of `records`; empty when there is nothing to do it to. */
export function changeBy({ kind, key, pick, words }: Deed, records: RecordMap): Change {
  return edit(records, (draft) => {
    const all = Object.values(draft)
    const choose = <Type extends ProjectRecord['type']>(type: Type) => {
      const found = all.filter(
        (record): record is Extract<ProjectRecord, { type: Type }> => record.type === type,
      )
      return found[pick % Math.max(found.length, 1)]
    }
    const step = choose('step')
    const module = choose('module')
    if (kind === 'add-module') {
      const series = choose('series')
      if (!series || draft[key]) return
      draft[key] = createModule({ id: key, title: words })
      series.modules.push(key)
    } else if (kind === 'add-step' && module) {
      const id = `${module.id}.${key}`
      if (draft[id]) return
      draft[id] = createStep(stepKinds[pick % stepKinds.length]?.kind ?? 'page', { id, title: words })
      module.steps.splice(pick % (module.steps.length + 1), 0, id)
    } else if (kind === 'add-question') {
      const quiz = all.find((record) => record.type === 'step' && record.kind === 'quiz')
      if (quiz?.type !== 'step' || quiz.kind !== 'quiz') return
      const id = `${quiz.id}.${key}`
      if (draft[id]) return
      draft[id] = { ...createQuestion('single-choice', { id }), title: words }
      quiz.questions.push(id)
    } else if (kind === 'write' && step?.kind === 'page') step.body = fromPlainText(words)
    else if (kind === 'rename' && step) step.title = words
    else if (kind === 'move' && step) {
      const from = all.find((record) => record.type === 'module' && record.steps.includes(step.id))
      if (from?.type !== 'module' || !module) return
      from.steps = from.steps.filter((id) => id !== step.id)
      module.steps.push(step.id)
    } else if (kind === 'delete' && step) {
      for (const record of all)
        if (record.type === 'module') record.steps = record.steps.filter((id) => id !== step.id)
      if (step.kind === 'quiz') for (const id of step.questions) delete draft[id]
      delete draft[step.id]
    }
  })
}
