import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'
import { describe, expect, test } from 'vitest'
import { internalNames } from '../../scripts/lib/internal-names.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8')
const filesOf = (pattern: string) =>
  globSync(pattern, { cwd: root }).filter((path) => !/\.test\.tsx?$/.test(path))

/** The listed names that `text` declares as a field or a method of a type. */
const declaredIn = (text: string) =>
  internalNames.filter((name) =>
    new RegExp(`(?:^|[{;,(])\\s*(?:readonly |get |set )?${name}\\??\\s*[(:<]`, 'm').test(text),
  )

/** Every word in the strings, templates and attributes of a source file. */
function wordsIn(path: string): Set<string> {
  const words = new Set<string>()
  const note = (text: string) => {
    for (const word of text.match(/[\w$]+/g) ?? []) words.add(word)
    for (const dashed of text.match(/(?<=\bdata-)[a-z-]+/g) ?? [])
      words.add(dashed.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()))
  }
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, value, name } = node as Record<string, unknown>
    // What types say is gone from the script.
    if (type === 'ImportDeclaration' || type === 'TSLiteralType') return
    if (type === 'Literal' && typeof value === 'string') note(value)
    if (type === 'JSXText' && typeof value === 'string') note(value)
    if (type === 'JSXIdentifier' && typeof name === 'string') note(name)
    if (type === 'TemplateElement') note((value as { raw: string }).raw)
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseAst(read(path), { lang: path.endsWith('x') ? 'tsx' : 'ts' }))
  return words
}

/** The text of a type's declaration. */
function typeIn(path: string, name: string): string {
  const found = new RegExp(
    `^(?:export )?type ${name}(?:<\\w+>)? = .*?(?=^(?:export|type|const|function|/\\*\\*)|$(?![^]))`,
    'ms',
  ).exec(read(path))
  if (!found) throw new Error(`There is no type ${name} in ${path}.`)
  return found[0]
}

/** What the player keeps in the browser or sends: a later build must still find its fields under the names they had. */
const keptOrSent = [
  ['journal.ts', 'Unconfirmed'],
  ['types.ts', 'Interaction'],
  ['scorm/tracker.ts', 'Answered'],
  ['xapi/queue.ts', 'Entry'],
  ['xapi/statement.ts', 'Activity'],
  ['xapi/statement.ts', 'Context'],
  ['xapi/statement.ts', 'Statement'],
  ['xapi/state.ts', 'Mark'],
  ['xapi/state.ts', 'State'],
  ['xapi/launch.ts', 'Kept'],
] as const

/** Every property of a statement: https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md */
const namesOfXapi =
  `id actor verb object result context timestamp stored authority version attachments objectType name mbox mbox_sha1sum openid
  account homePage member display definition description type moreInfo extensions interactionType correctResponsesPattern choices
  scale source target steps score success completion response duration scaled raw min max registration instructor team
  contextActivities revision platform language statement parent grouping category other usageType contentType length sha2
  fileUrl`.split(/\s+/)

describe('names the learner’s script has for itself', () => {
  test('are each listed once, and used', () => {
    expect(new Set(internalNames).size).toBe(internalNames.length)
    const source = ['renderer/player/**/*.ts', 'shared/activity/**/*.ts']
      .flatMap(filesOf)
      .map(read)
      .join('\n')
    expect(internalNames.filter((name) => !new RegExp(`\\b${name}\\b`).test(source))).toEqual([])
  })

  test('are no names of the browser’s or the language’s', () => {
    const libraries = filesOf('node_modules/@typescript/*/lib/lib.{dom*,es*,webworker*}.d.ts')
    expect(libraries.length).toBeGreaterThan(20)
    const declared = libraries.map(read).join('\n')
    expect(declared).toContain('addEventListener')
    expect(declaredIn(declared)).toEqual([])
  })

  test('are no names of the xAPI’s, by which an LRS reads what it is sent', () => {
    expect(internalNames.filter((name) => namesOfXapi.includes(name))).toEqual([])
  })

  test('are in nothing that is read from the page', () => {
    expect(declaredIn(read('shared/bundle/format.ts'))).toEqual([])
  })

  test.each(keptOrSent)('are in nothing that is kept or sent: %s, %s', (path, type) => {
    const text = typeIn(`renderer/player/tracking/${path}`, type)
    expect(text).toContain(':')
    expect(declaredIn(text)).toEqual([])
  })

  test('are said in no string, template or attribute, by which a field could be looked up', () => {
    const files = ['renderer/player/**/*.{ts,tsx}', 'shared/activity/**/*.ts'].flatMap(filesOf)
    const sentences = (path: string) => path.includes('/player/words/')
    const scriptsOfTheirOwn = (path: string) => path.includes('/player/offline/')
    const said = files
      .filter((path) => !scriptsOfTheirOwn(path))
      .flatMap((path) => {
        const words = sentences(path) ? new Set(read(path).match(/(?<=\{)\w+(?=\})/g)) : wordsIn(path)
        return internalNames.filter((name) => words.has(name)).map((name) => `${name}: ${path}`)
      })
    expect(said).toEqual([])
  })
})
