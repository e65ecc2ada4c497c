import type { Question } from '../../../../../shared/model/questions/index.ts'
import type { QuizStep } from '../../../../../shared/model/steps/quiz.ts'
import { readGift } from '../../gift/read.ts'
import { writeGift } from '../../gift/write.ts'
import { readBlocks } from '../../markdown/read-blocks.ts'
import { writeMarkdown } from '../../markdown/write-text.ts'
import type { SourceStepKind } from '../context.ts'
import { joinParts, writeFence } from '../fences.ts'
import { asPercent } from '../percent.ts'

/** The fence's settings: each learner meets the questions in an order of their own; what must be scored (`score=80`). */
const shuffled = 'shuffle'
const score = /^score=(.*)$/

/** A quiz: its questions in GIFT. */
export const quizSource: SourceStepKind<'quiz'> = {
  kind: 'quiz',
  fence: 'gift',
  read: ({ base, text, fence, line }, context) => {
    const fenceLine = (fence?.position?.start.line ?? line) + context.markdown.lineOffset
    const settings = (fence?.meta ?? '').split(/\s+/).filter(Boolean)
    let mustScore: number | null = null
    for (const setting of settings) {
      if (setting === shuffled) continue
      mustScore = asPercent(score.exec(setting)?.[1] ?? '') ?? mustScore
      if (!score.test(setting) || mustScore === null)
        context.notes.leftOut(
          fenceLine,
          setting,
          'A gift fence takes “shuffle” and “score=80” (a percentage from 1 to 100); this was left out.',
        )
    }
    const intro = readBlocks(text, context.markdown)
    const questions = readGift(fence?.value ?? '', {
      line: fenceLine + 1,
      language: context.language,
      notes: context.notes,
      image: context.markdown.image,
      takeId: (key, exact) => context.ids.take('question', base.id, key, exact),
    })
    const step: QuizStep = {
      ...base,
      kind: 'quiz',
      intro,
      questions: questions.map(({ id }) => id),
      shuffleQuestions: settings.includes(shuffled),
      mustScore,
    }
    return [step, ...questions]
  },
  write: (step, { record, pathOf, language }) => {
    const questions = step.questions.flatMap((id): Question[] => {
      const question = record(id)
      return question?.type === 'question' ? [question] : []
    })
    const settings = [
      ...(step.shuffleQuestions ? [shuffled] : []),
      ...(step.mustScore === null ? [] : [`score=${step.mustScore}`]),
    ]
    const body = writeGift(questions, { stepId: step.id, language, pathOf })
    return joinParts(
      writeMarkdown(step.intro, pathOf),
      writeFence('gift', body, settings.length > 0 ? settings.join(' ') : null),
    )
  },
}
