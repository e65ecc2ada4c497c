import { choiceIds } from '../../../../../shared/model/questions/base.ts'
import { readGiftInline } from '../text.ts'
import { type Builder, questionBase, textContextOf } from './base.ts'
import { trueFalseWords } from './true-false-words.ts'

/**
 * True or false, as a single choice of two in that order. Whoever picks the wrong one meets the first feedback, whoever
 * picks the right one the second.
 */
export const buildTrueFalse: Builder<'true-false'> = (parts, context) => {
  const { isTrue, whenWrong, whenRight } = parts.answers
  const text = textContextOf(parts, context)
  return {
    ...questionBase(parts, text),
    kind: 'single-choice',
    choices: trueFalseWords(context.language).map((words, index) => {
      const isRight = (index === 0) === isTrue
      return {
        id: choiceIds[index] ?? 'a',
        text: [{ type: 'text', text: words }],
        credit: isRight ? 100 : 0,
        feedback: readGiftInline(isRight ? whenRight : whenWrong, 'feedback', text),
      }
    }),
    shuffle: parts.settings.shuffle ?? false,
  }
}
