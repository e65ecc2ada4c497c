import type { ProjectRecord } from '../records.ts'
import type { Image } from '../richtext/schema.ts'
import { nameOfQuestion, nameOfStep } from './names.ts'
import { finding, type Rule } from './rule.ts'

/** Every picture needs words for those who do not see it, or must be marked as decoration (WCAG 2.2, 1.1.1). */
export const imageAltMissing: Rule = (subject) => {
  const places = [
    ...subject.steps.map((step) => ({ record: step, step, name: nameOfStep(subject, step) })),
    ...subject.questions.map(({ question, step }) => ({
      record: question,
      step,
      name: nameOfQuestion(subject, question, step),
    })),
  ]
  return places.flatMap(({ record, step, name }) =>
    imagesIn(record)
      .filter(({ alt, decorative }) => !decorative && !alt.trim())
      .map(({ asset }) =>
        finding(
          subject,
          'block',
          'image-alt-missing',
          `The picture ${subject.asset(asset)?.name ?? asset} in ${name} has no alternative text. Describe it, or mark it decorative.`,
          { step, record },
        ),
      ),
  )
}

/** The pictures anywhere in the rich text of a record, whatever its kind. */
function imagesIn(record: ProjectRecord): Image[] {
  const found: Image[] = []
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      if (isImage(value)) found.push(value)
      else Object.values(value).forEach(visit)
    }
  }
  visit(record)
  return found
}

function isImage(value: object): value is Image {
  return 'type' in value && value.type === 'image' && 'asset' in value && 'alt' in value
}
