import type { Bundle } from '../../bundle/format.ts'
import { questionsOf } from '../steps/index.ts'
import { hash, packNumber } from './base64.ts'

/** Digits of a key: 24 bits, so that 200 ids meet by accident once in 800 modules. */
export const keyLength = 4

/** Stands where a key could stand and none is. */
export const noKey = '____'

/** Short names for the steps and questions of a bundle, which stay the same whatever else the author changes. */
export type Keys = { keyOf: (id: string) => string; idOf: (key: string) => string | null }

export function keysOf(bundle: Bundle): Keys {
  const byId = new Map<string, string>()
  const byKey = new Map<string, string>()
  const add = (id: string) => {
    if (byId.has(id)) return
    let key = keyFor(id, 0)
    // Two ids that hash alike: the later one in the module takes another key.
    for (let turn = 1; byKey.has(key) || key === noKey; turn++) key = keyFor(id, turn)
    byId.set(id, key)
    byKey.set(key, id)
  }
  for (const step of bundle.steps) add(step.id)
  for (const step of bundle.steps) for (const { id } of questionsOf(step)) add(id)
  return { keyOf: (id) => byId.get(id) ?? noKey, idOf: (key) => byKey.get(key) ?? null }
}

function keyFor(id: string, turn: number): string {
  const words = turn === 0 ? id : `${id}~${turn}`
  return packNumber(hash(words) % 64 ** keyLength, keyLength)
}
