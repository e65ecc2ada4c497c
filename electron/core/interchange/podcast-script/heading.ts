import type { Chapter } from '../../../../shared/podcast/script.ts'
import type { Notes } from '../report.ts'

/** What stands in a heading: the chapter's title, and its picture. */
type Heading = Pick<Chapter, 'picture'> & { title: string }

const quoted = String.raw`"(?:[^"\\]|\\.)*"`
/** A title (which may be missing) and braces at its end, in which others stand in quotes alone. */
const withBraces = new RegExp(String.raw`^(?:(.*?) )?\{((?:[^{}"]|${quoted})*)\}$`)
/** A setting up to the next comma that is not in quotes. */
const parts = new RegExp(String.raw`(?:[^,"]|${quoted})+`, 'g')
/** Beyond this many characters nothing is looked for: it would take long, and no title has them. */
const longest = 5000
const form = 'A chapter has a picture, such as {picture: media/one.png}'

/**
 * A heading of the form `Opening {picture: media/one.png}`. Braces in which no picture is named belong to the title, and empty
 * ones after it keep a title that ends in braces from being misread, as they do with the path of a recording.
 */
export function readHeading(heading: string, line: number, notes: Notes): Heading {
  const [, title = '', inside] = (heading.length > longest ? null : withBraces.exec(heading)) ?? []
  if (inside === undefined) return { title: heading }
  if (inside.trim() === '') return { title }
  const settings = (inside.match(parts) ?? []).map((part) => {
    const [name = '', ...value] = part.split(':')
    return { part: part.trim(), name: name.trim(), value: unquoted(value.join(':').trim()) }
  })
  if (settings.every(({ name }) => name !== 'picture')) {
    if (inside.includes(':'))
      notes.changed(line, `{${inside}}`, `${form}; as these braces name none, they are part of its title.`)
    return { title: heading }
  }
  let picture: string | undefined
  for (const { part, name, value } of settings)
    if (name === 'picture' && value !== '' && picture === undefined) picture = value
    else notes.leftOut(line, part, `${form}, and nothing else in braces; this was left out.`)
  return picture === undefined ? { title } : { title, picture }
}

/** A heading as it is read again. */
export function writeHeading({ title, picture }: Heading): string {
  if (picture !== undefined) return `${title} {picture: ${quotedWhereNeeded(picture)}}`.trimStart()
  return title === '' || withBraces.test(title) ? `${title} {}`.trimStart() : title
}

/** In quotes when a path has signs that settings are written with; its own are spelled out, so that none pairs with the title's. */
function quotedWhereNeeded(path: string): string {
  if (/^[^{},"]+$/.test(path)) return path
  return `"${JSON.stringify(path).slice(1, -1).replaceAll(String.raw`\"`, String.raw`\u0022`)}"`
}

function unquoted(value: string): string {
  if (!/^".*"$/.test(value)) return value
  try {
    return String(JSON.parse(value))
  } catch {
    // A backslash that begins nothing that JSON knows.
    return value.slice(1, -1)
  }
}
