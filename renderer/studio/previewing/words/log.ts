import type { PreviewCall } from '../../../../shared/bundle/preview-messages.ts'
import { callInWords } from './call.ts'
import type { ModuleNames } from './names.ts'
import { answerInWords } from './statement.ts'
import { isRefused, whyRefused } from './refusal.ts'

/** One line of the log: a call, or calls that say one thing together. */
export type LogEntry = {
  key: number
  at: number
  words: string
  /** Why it was refused; null when it was not. */
  why: string | null
  /** `read`: nothing was told. `visit`: it happened to the page. */
  kind: 'told' | 'read' | 'visit'
  calls: PreviewCall[]
}

/** The calls as lines in plain words, newest first. What is said of one answer is one line. */
export function logOf(calls: readonly PreviewCall[], names: ModuleNames): LogEntry[] {
  const groups: PreviewCall[][] = []
  /** Which outcome each place of the LMS's list is for, as was told or answered. */
  const outcomes = new Map<string, string>()
  for (const call of calls) {
    const [, place] = /^(cmi\.objectives\.\d+)\.id$/.exec(call.element) ?? []
    const id = call.value || call.result
    if (place && id && !isRefused(call)) outcomes.set(place, id)
    const last = groups.at(-1)
    const subject = subjectOf(call)
    const isOver = last?.at(-1)?.method.endsWith('Commit')
    if (last?.[0] && !isOver && subject !== null && subject === subjectOf(last[0])) last.push(call)
    else groups.push([call])
  }
  return groups.map((group) => entryOf(group, names, outcomes)).toReversed()
}

/** What a call is part of: an answer, an outcome, the score, the learner's place, a saving; null for what stands alone. */
function subjectOf({ method, element, source }: PreviewCall): string | null {
  if (source === 'lrs' || source === 'visit') return null
  if (method.endsWith('Commit') || /^cmi\.(core\.)?session_time$/.test(element)) return 'saving'
  if (!method.endsWith('SetValue')) return null
  if (/^cmi\.(suspend_data|(core\.lesson_)?location)$/.test(element)) return 'place'
  const [subject] = /^cmi\.(interactions\.\d+|objectives\.\d+|(core\.)?score)(?=\.)/.exec(element) ?? []
  return subject ?? null
}

type Outcomes = ReadonlyMap<string, string>

function entryOf(calls: PreviewCall[], names: ModuleNames, outcomes: Outcomes): LogEntry {
  const [first] = calls
  if (!first) throw new Error('A line without a call')
  const refused = calls.find(isRefused)
  const isRead = /GetValue$|^GET /.test(first.method)
  return {
    key: first.number,
    at: first.at,
    words: wordsOf(calls, first, names, outcomes),
    why: refused ? whyRefused(refused) : null,
    kind: first.source === 'visit' ? 'visit' : isRead ? 'read' : 'told',
    calls,
  }
}

function wordsOf(calls: PreviewCall[], first: PreviewCall, names: ModuleNames, outcomes: Outcomes): string {
  const subject = subjectOf(first) ?? ''
  const value = (field: RegExp) => calls.find(({ element }) => field.test(element))?.value
  if (subject.startsWith('cmi.interactions')) {
    const id = value(/interactions\.\d+\.id$/)
    const result = value(/\.result$/)
    const isRight = result === undefined ? null : result === 'correct'
    return answerInWords(names, id ?? 'a question', value(/_response$/) ?? '', isRight)
  }
  if (subject.startsWith('cmi.objectives')) {
    const outcome = names.outcome(outcomes.get(subject) ?? '')
    return `Says how the learner stands with ${outcome ?? 'an outcome'}`
  }
  const telling = calls.findLast(({ method, element }) => isTelling(method, element)) ?? first
  return callInWords(telling, names)
}

/** Whether a call says what its whole line is about. */
function isTelling(method: string, element: string): boolean {
  return method.endsWith('Commit') || /(score\.(raw|scaled)|location)$/.test(element)
}
