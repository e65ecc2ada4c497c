import type { Question } from '../../../../../shared/model/questions/index.ts'
import type { Notes } from '../../report.ts'
import type { GiftAnswers } from '../answers.ts'
import type { GiftSettings } from '../comments.ts'
import type { GiftQuestion } from '../parse.ts'
import { readGiftInline, readGiftText, type TextContext } from '../text.ts'

/** A question that was taken apart, its id given out. */
export type Parts<Answers> = { id: string; parsed: GiftQuestion; answers: Answers; settings: GiftSettings }

export type QuestionContext = {
  /** The question's line in the file. */
  line: number
  language: string
  notes: Notes
  image: (path: string, line: number) => string | null
}

/** Makes a question record of one form of answers. Throws GiftProblem for what no question can hold. */
export type Builder<Kind extends GiftAnswers['kind']> = (
  parts: Parts<Extract<GiftAnswers, { kind: Kind }>>,
  context: QuestionContext,
) => Question

/** What the parts of a question without a format of their own are written in: the stem's. */
export function textContextOf({ parsed }: Parts<unknown>, context: QuestionContext): TextContext {
  return { ...context, format: parsed.stem.format ?? 'moodle' }
}

/** What every question has, whatever its kind. */
export function questionBase({ id, parsed, settings }: Parts<unknown>, text: TextContext) {
  if (parsed.title.length > 300)
    text.notes.changed(text.line, parsed.title, 'A title has at most 300 characters; the rest was left out.')
  return {
    id,
    type: 'question' as const,
    title: parsed.title.slice(0, 300),
    stem: readGiftText(parsed.stem, text),
    points: settings.points,
    feedback: readGiftInline(parsed.general, 'feedback', text),
  }
}
