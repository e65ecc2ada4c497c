import { StudioError } from '../../../../shared/errors.ts'

/** No person nests quotes and lists this deep; each level costs the parser a pass over the line. */
const deepest = 30
const opener = new RegExp(String.raw`^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){${deepest},}`, 'm')
/** In one paragraph the parser compares signs that may open with signs that may close, each with each. */
const mostSigns = 4000
/** A table of more rows takes the parser minutes; nobody reads one on a phone. */
const mostLines = 3000
/** Each quote and list costs the parser a look at all text before it. */
const mostBlocks = 1000
const container = /^ {0,3}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])/
/** A line end costs more the longer the line; prose has none this long. */
const longestLine = 50_000

/** Throws `source-invalid` for text that is made to be slow to read: nested quotes, endless lines, thousands of brackets. */
export function requireShallow(source: string, name: string) {
  const lines = source.split('\n')
  const refuse = (index: number, problem: string) => {
    throw new StudioError('source-invalid', { name, place: `line ${index + 1}`, problem })
  }
  let signs = 0
  let run = 0
  let blocks = 0
  lines.forEach((line, index) => {
    signs = line.trim() === '' ? 0 : signs + (line.match(/[[\]*_~`<!&@]/g)?.length ?? 0)
    run = line.trim() === '' ? 0 : run + 1
    if (run > mostLines) refuse(index, `More than ${mostLines} lines follow each other without a blank one.`)
    if (container.test(line) && !container.test(lines[index - 1] ?? '')) blocks += 1
    if (blocks > mostBlocks) refuse(index, `The file holds more than ${mostBlocks} quotes and lists.`)
    if (signs > mostSigns) refuse(index, `The paragraph holds more than ${mostSigns} signs such as [ and *.`)
    if (line.length > longestLine) refuse(index, `The line is longer than ${longestLine} characters.`)
    const isRule = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/.test(line)
    if (!isRule && opener.test(line)) refuse(index, `It is nested deeper than ${deepest} levels.`)
  })
}
