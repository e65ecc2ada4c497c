import { StudioError } from '../../../../shared/errors.ts'

/** No person nests quotes and lists this deep; each level costs the parser a pass over the line. */
const deepest = 30
const opener = new RegExp(String.raw`^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){${deepest},}`, 'm')
/** A line end costs more the longer the line; prose has none this long. */
const longestLine = 50_000

/** Throws `source-invalid` for text that is made to be slow to read: nested quotes, endless lines. */
export function requireShallow(source: string, name: string) {
  const lines = source.split('\n')
  const refuse = (index: number, problem: string) => {
    throw new StudioError('source-invalid', { name, place: `line ${index + 1}`, problem })
  }
  lines.forEach((line, index) => {
    if (line.length > longestLine) refuse(index, `The line is longer than ${longestLine} characters.`)
    const isRule = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/.test(line)
    if (!isRule && opener.test(line)) refuse(index, `It is nested deeper than ${deepest} levels.`)
  })
}
