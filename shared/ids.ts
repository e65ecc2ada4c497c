/** Letters that are hard to confuse when read aloud; no vowels, so no words appear by accident. */
const alphabet = '0123456789bcdfghjkmnpqrstvwxyz'

/**
 * What an id may look like: ASCII letters, digits, `.`, `_`, `-`, at most 120 characters. SCORM 1.2 and 2004 take such an
 * id as an interaction id and, with a letter before it, as an XML identifier.
 */
export const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/

/** A new random key of `length` characters (default 10: 49 bits). */
export function newKey(length = 10): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('')
}

/**
 * The id of a record that lives inside another one: `<parent id>.<key>`. The key is what module source shows (`{#why}`),
 * and stays the learner's key in an LMS for ever.
 */
export function childId(parentId: string, key: string = newKey()): string {
  return `${parentId}.${key}`
}

/** The part of `id` that module source shows inside `parentId`: the key, or the whole id when the record came from elsewhere. */
export function keyWithin(parentId: string, id: string): string {
  return id.startsWith(`${parentId}.`) ? id.slice(parentId.length + 1) : id
}

/** A readable id made from a title: `Café & co.` becomes `cafe-co`. Empty when no letter or digit survives. */
export function slug(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}
