import { childId, idPattern, slug } from '../../../../shared/ids.ts'
import type { RecordType } from '../../../../shared/model/records.ts'

/** Whether the project leaves `id` to a record of this type in this module: nothing else there has it. */
export type IsFree = (id: string, type: RecordType) => boolean

/** Gives out the ids of one module, each once, and the same ones when the same file is read again. */
export type Ids = {
  /** An id inside `parent`, from `key`; a number is added while it is taken. `exact` is an id that came from elsewhere. */
  take: (type: RecordType, parent: string, key: string, exact?: string) => string
}

/** Of an id that a number may be added to; ids have at most 120 characters. */
const longest = 110
/** Of a parent's id that the ids inside it start with. */
const longestParent = 95

export function giveOutIds(isFree: IsFree): Ids {
  const given = new Set<string>()
  const numbers = new Map<string, number>()
  const isOpen = (id: string, type: RecordType) => idPattern.test(id) && !given.has(id) && isFree(id, type)
  const numberedId = (parent: string, key: string, type: RecordType) => {
    const name = childId(parent.slice(0, longestParent), key).slice(0, longest)
    // Where the last search ended the next one goes on, or a thousand equal titles would ask a million times.
    const from = numbers.get(name) ?? 1
    return numbered(
      (suffix) => `${name}${suffix}`,
      (candidate, number) => {
        numbers.set(name, number)
        return isOpen(candidate, type)
      },
      from,
    )
  }
  return {
    take: (type, parent, key, exact) => {
      const wanted = [exact, childId(parent, key)].find((id) => id !== undefined && isOpen(id, type))
      const id = wanted ?? numberedId(parent, key, type)
      given.add(id)
      return id
    },
  }
}

/** The first of `name('')`, `name('-2')`, `name('-3')`… that is open. */
export function numbered(
  name: (suffix: string) => string,
  isOpen: (name: string, number: number) => boolean,
  from = 1,
): string {
  for (let number = from; ; number += 1) {
    const candidate = name(number === 1 ? '' : `-${number}`)
    if (isOpen(candidate, number)) return candidate
    if (number > 1_000_000) throw new Error(`No open id like ${name('')}`)
  }
}

/** A key made of a title, short enough to leave room for the keys inside it. */
export function keyOf(title: string, otherwise: string): string {
  return slug(title).slice(0, 40).replace(/-+$/, '') || otherwise
}

/** A key a person wrote, as it stands when it can be one; else null. */
export function asKey(text: string): string | null {
  return text.length <= 60 && idPattern.test(text) ? text : null
}
