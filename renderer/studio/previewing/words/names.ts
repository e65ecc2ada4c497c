import { plainInline } from '../../../../shared/model/richtext/text.ts'
import type { RecordMap } from '../../../../shared/model/records.ts'

/** What the module's parts are called, for sentences about them. */
export type ModuleNames = {
  questionCount: number
  /** “question 2” for the id an LMS was told; the id itself where it is none of the module's. */
  question: (id: string) => string
  /** Its number from 1; null where it is none of the module's. */
  numberOf: (id: string) => number | null
  /** A step's title in quotes, or “step 3”. */
  step: (id: string) => string
  /** What an outcome says, in quotes; null where it is none of the project's. */
  outcome: (id: string) => string | null
  /** A response to a question in plain words: choices by what they say, in quotes. */
  response: (question: string, response: string) => string
}

/** The names of a module, from the project's records. */
export function namesOf(records: RecordMap, moduleId: string): ModuleNames {
  const module = records[moduleId]
  const steps = module?.type === 'module' ? module.steps : []
  const questions = steps.flatMap((id) => {
    const step = records[id]
    return step?.type === 'step' && step.kind === 'quiz' ? step.questions : []
  })
  /** An LRS knows parts by addresses that end in the id. */
  const find = (ids: readonly string[], told: string) => {
    const exact = ids.indexOf(told)
    if (exact >= 0) return exact
    // A step's recording is a part of the step.
    const address = decoded(told).replace(/\/video$/, '')
    return ids.findIndex((id) => address.endsWith(`/${id}`) || address.endsWith(`#${id}`))
  }
  const numberOf = (id: string) => {
    const place = find(questions, id)
    return place < 0 ? null : place + 1
  }
  return {
    questionCount: questions.length,
    numberOf,
    question(id) {
      const number = numberOf(id)
      return number === null ? id : `question ${number}`
    },
    step(id) {
      const place = find(steps, id)
      const step = records[steps[place] ?? '']
      if (step?.type !== 'step') return id
      return step.title ? `“${step.title}”` : `step ${place + 1}`
    },
    outcome(id) {
      const outcome = records[id]
      return outcome?.type === 'outcome' && outcome.text !== '' ? `“${outcome.text}”` : null
    },
    response(id, response) {
      const question = records[questions[find(questions, id)] ?? '']
      const choices = question?.type === 'question' ? question.choices : []
      const said = response.split(/\[,\]|,/).map((part) => choices.find((choice) => choice.id === part))
      return said.every((choice) => choice !== undefined)
        ? said.map(({ text }) => `“${plainInline(text)}”`).join(' and ')
        : response.replaceAll('[,]', ', ')
    },
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
