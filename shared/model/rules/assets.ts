import { usesOf } from '../records.ts'
import { nameOfQuestion, nameOfStep } from './names.ts'
import { finding, type Rule } from './rule.ts'

/** A step or question that shows media the project does not hold. */
export const assetMissing: Rule = (subject) => {
  const outcomes = new Set(subject.module.outcomes)
  const places = [
    ...subject.steps.map((step) => ({ record: step, step, name: nameOfStep(subject, step) })),
    ...subject.questions.map(({ question, step }) => ({
      record: question,
      step,
      name: nameOfQuestion(subject, question, step),
    })),
  ]
  return places.flatMap(({ record, step, name }) =>
    usesOf(record)
      .filter((id) => !outcomes.has(id) && !subject.asset(id))
      .map((id) =>
        finding(
          subject,
          'block',
          'asset-missing',
          `${name} shows a media file that is not in the project (${id}). Choose the file again, or take it out.`,
          { step, record },
        ),
      ),
  )
}
