import { childId, idPattern, slug } from '../../../../shared/ids.ts'
import type { RecordType } from '../../../../shared/model/records.ts'

/** Whether the project leaves `id` to a record of this type in this module: nothing else there has it. */
export type IsFree = (id: string, type: RecordType) => boolean

/** Gives out the ids of one module, each once, and the same ones when the same file is read again. */
export type Ids = {
  /** An id inside `parent`, from `key`; a number is added while it is taken. `exact` is an id that came from elsewhere. */
  take: (type: RecordType, parent: string, key: string, exact?: string) => string
}

const longest = 120

export function giveOutIds(isFree: IsFree): Ids {
  const given = new Set<string>()
  const isOpen = (id: string, type: RecordType) => idPattern.test(id) && !given.has(id) && isFree(id, type)
  return {
    take: (type, parent, key, exact) => {
      const room = longest - parent.length - 5
      const start = key.slice(0, Math.max(room, 1))
      const id =
        exact !== undefined && isOpen(exact, type)
          ? exact
          : numbered(
              (suffix) => childId(parent, `${start}${suffix}`),
              (candidate) => isOpen(candidate, type),
            )
      given.add(id)
      return id
    },
  }
}

/** The first of `name('')`, `name('-2')`, `name('-3')`… that is open. */
export function numbered(name: (suffix: string) => string, isOpen: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const candidate = name(number === 1 ? '' : `-${number}`)
    if (isOpen(candidate)) return candidate
    if (number > 10_000) throw new Error(`No open id like ${name('')}`)
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
