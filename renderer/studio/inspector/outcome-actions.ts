import { childId, keyWithin } from '../../../shared/ids.ts'
import type { Draft } from '../../../shared/model/edit.ts'

/** Adds an empty outcome to a module; its key is the next free O1, O2, …, as module source shows it. */
export function addOutcome(draft: Draft, module: string): void {
  const record = draft[module]
  if (record?.type !== 'module') return
  const keys = new Set(record.outcomes.map((id) => keyWithin(module, id)))
  let number = record.outcomes.length + 1
  while (keys.has(`O${number}`) || draft[childId(module, `O${number}`)]) number += 1
  const id = childId(module, `O${number}`)
  draft[id] = { id, type: 'outcome', text: '' }
  record.outcomes.push(id)
}

export function setOutcome(draft: Draft, id: string, text: string): void {
  const record = draft[id]
  if (record?.type === 'outcome') record.text = text
}

/** Removes an outcome; the steps that served it serve none. */
export function removeOutcome(draft: Draft, module: string, id: string): void {
  const record = draft[module]
  if (record?.type !== 'module') return
  record.outcomes = record.outcomes.filter((outcome) => outcome !== id)
  for (const step of Object.values(draft))
    if (step.type === 'step' && step.outcome === id) step.outcome = null
  delete draft[id]
}
