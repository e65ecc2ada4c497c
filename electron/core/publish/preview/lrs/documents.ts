import { createHash } from 'node:crypto'
import { isObject } from './statement.ts'

export type StoredDocument = { body: string; type: string; etag: string }

/** State and profile documents by a key of everything that names them. */
export type Documents = {
  get: (key: string) => StoredDocument | null
  set: (key: string, body: string, type: string) => void
  /** xAPI's POST: members of both objects, the newer ones win; false when one of them is not a JSON object. */
  merge: (key: string, body: string, type: string) => boolean
  remove: (key: string) => void
  entries: () => [key: string, document: StoredDocument][]
}

export function createDocuments(): Documents {
  const kept = new Map<string, StoredDocument>()
  const set = (key: string, body: string, type: string) => {
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`
    kept.set(key, { body, type, etag })
  }
  return {
    get: (key) => kept.get(key) ?? null,
    set,
    merge(key, body, type) {
      const before = kept.get(key)
      if (!before) {
        set(key, body, type)
        return true
      }
      const [old, added] = [asObject(before.body), asObject(body)]
      if (!old || !added) return false
      set(key, JSON.stringify({ ...old, ...added }), 'application/json')
      return true
    },
    remove: (key) => {
      kept.delete(key)
    },
    entries: () => [...kept],
  }
}

function asObject(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}
