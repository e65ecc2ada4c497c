import { questionsOf } from '../../../shared/activity/steps/index.ts'
import type { Bundle, BundleStep } from '../../../shared/bundle/format.ts'

/**
 * The module as its author publishes it later: a page and a quiz are gone, a quiz is new and last, and the others stand in
 * another order within each ten. The ids of the questions that went and came are told.
 */
export function republished(bundle: Bundle): { bundle: Bundle; removed: string[]; added: string[] } {
  const isGone = ({ id }: BundleStep) => /\.s(2|49)$/.test(id)
  const kept = bundle.steps.filter((step) => !isGone(step))
  const model = kept.find((step) => step.kind === 'quiz')
  if (model?.kind !== 'quiz') throw new Error('A module to publish anew has a quiz')
  const id = `${bundle.id}.new`
  const fresh: BundleStep = {
    ...model,
    id,
    questions: model.questions.map((question, place) => ({
      ...question,
      id: `${id}.q${place}`,
      stem: `<p>What of ${id}.q${place}?</p>`,
    })),
  }
  const tens = Array.from({ length: Math.ceil(kept.length / 10) }, (_, ten) =>
    kept.slice(ten * 10, ten * 10 + 10).reverse(),
  )
  const idsOf = (steps: readonly BundleStep[]) => steps.flatMap(questionsOf).map((question) => question.id)
  return {
    bundle: { ...bundle, steps: [...tens.flat(), fresh] },
    removed: idsOf(bundle.steps.filter(isGone)),
    added: idsOf([fresh]),
  }
}
