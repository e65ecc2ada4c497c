import { describe, expect, it, test } from 'vitest'
import { scriptSchema } from '../../../../shared/podcast/script.ts'
import { readModuleSource } from '../module-source/read.ts'
import { notesFor } from '../report.ts'
import { readScript } from './read.ts'
import { readScriptFile } from './read-file.ts'
import { writeScript } from './write.ts'

// What follows takes a fraction of a second, and minutes, longer than any test may take, where something looks at all of the text
// again and again.

function read(text: string) {
  const notes = notesFor('talk.md')
  const { script } = readScript(text, { firstLine: 1, title: 'Talk', language: 'en', notes })
  scriptSchema.parse(script)
  const lines = script.chapters.flatMap(({ lines: said }) => said)
  return { script, lines, report: notes.lines.map(({ place, found }) => `${place} ${found}`) }
}

const settings = 'voices: { Ana: en }\n---\n'
const many = (text: string, count = 50_000) => text.repeat(count)

describe('a script of 50,000 words', () => {
  const words = Array.from({ length: 50_000 }, (_, index) => `word${index}`)

  it.each([
    ['on one line', `Ana: ${words.join(' ')}`, 5],
    ['with each on a line of its own', `Ana: ${words.join('\n')}`, 5],
    ['as a line each', words.map((word) => `Ana: ${word}`).join('\n'), 50_000],
    ['with a heading each', words.map((word) => `# ${word}\nAna: ${word}`).join('\n'), 50_000],
    ['by speakers of their own', words.map((word) => `Dr ${word}: Hi.`.replace('w', 'W')).join('\n'), 50_000],
    ['with a note each', words.map((word) => `Ana: ${word} <!-- from m.a 0a1b -->`).join('\n'), 50_000],
    ['as recordings', words.map((word) => `[clip ${word}.wav {gain: 1} | Ana: ${word}]`).join('\n'), 50_000],
  ])('is read and written %s, and nothing of it is missing', (_, text, count) => {
    const { lines, script } = read(settings + text)
    expect(lines).toHaveLength(count)
    const written = writeScript(script).toLowerCase()
    for (const word of [words[0], words[25_000], words[49_999]]) expect(written).toContain(word)
  })

  it('is read out of a module, by itself and as an import', () => {
    const said = words.map((word, index) => `${index % 5 === 0 ? '\nAna: ' : ' '}*${word}* [x] _y`).join('')
    const source = `---\ntitle: T\n---\n## Listen\n\n\`\`\`podcast\n${settings}${said}\n\`\`\`\n`
    const notes = notesFor('module.md')
    const alone = readScriptFile(source, { name: 'module.md', notes })
    const whole = readModuleSource(source, {
      name: 'module.md',
      notes,
      media: () => null,
      moduleId: (wanted) => wanted,
      isFree: () => () => true,
    })
    expect(alone.script.chapters[0]?.lines).toHaveLength(10_000)
    const [step] = whole.records
    expect(step?.type === 'step' && step.kind === 'podcast' && step.script.chapters[0]?.lines).toHaveLength(
      10_000,
    )
    expect(notes.lines).toEqual([])
  })
})

test.each([
  ['backslashes', `Ana: ${many('\\')}`],
  ['backslashes before notes', `Ana: ${many('\\<!-- ')}`],
  ['notes without end', many('Ana: <!--\n')],
  ['stars', `Ana: ${many('*a ')}`],
  ['colons', many(': ')],
  ['braces', `[clip a.wav ${many(' {')}}]`],
  ['settings of a recording', `[clip a.wav {${many('gain: 1, ')}}]`],
  ['bars', `[clip ${many('a | ')}]`],
  ['dashes', many('- ')],
  ['rules', many('---\n')],
  ['digits', `(pause ${many('9')})`],
  ['blanks', `Ana:${many(' ')}x`],
  ['marks of headings', many('#')],
  ['brackets', many('[clip ')],
])('endless %s are read and written', (_, text) => {
  const { script } = read(settings + text)
  expect(() => writeScript(script)).not.toThrow()
})

test('endless fences are no trouble to find a podcast among', () => {
  for (const text of [
    many('```podcast\n'),
    many('~~~\n```podcast\n'),
    `${many('`')}podcast\n`,
    `${many('~')}podcast\n`,
  ]) {
    try {
      readScriptFile(text, { name: 'module.md', notes: notesFor('module.md') })
    } catch (error) {
      expect(error).toMatchObject({ code: 'source-invalid' })
    }
  }
})

describe('control characters', () => {
  it('are in nothing that is read, wherever they stood', () => {
    const blanks = '\u0000\u0007\u001b\u007f\u0085\u2028\ufffe'
    const dirt = `${blanks}\udc00`
    const { script, report } = read(
      `title: "a\\u0007b"
voices: { "An\\u0001a": "e\\u0002n" }
pronunciation: { "w\\u0003": "x\\u0004y" }
cover: "c\\u0005.png"
---
# One${dirt}two
Ana: Hel${dirt}lo. <!-- ${dirt} from m.a 0a1b -->
[clip a${dirt}.wav {gain: ${blanks}1} | Ana: Hi${dirt}.]
(pause ${blanks}1)
`,
    )
    expect(JSON.stringify(script)).not.toMatch(/\\[bfnrtu]|\p{Cc}|\ufffe/u)
    expect(script).toMatchObject({ title: 'ab', cover: 'c.png', speakers: [{ name: 'Ana', voice: 'en' }] })
    expect(script.chapters[0]?.lines).toHaveLength(3)
    for (const line of [6, 7, 8, 9]) expect(report.join('\n')).toContain(`line ${line} `)
    expect(read(writeScript(script)).report).toEqual([])
  })
})

describe('settings that nobody knows', () => {
  it('are named one by one with their lines, and all others are kept', () => {
    const { script, report } = read(
      `titel: Typo\n__proto__: { x: 1 }\nconstructor: y\ntitle: Bees\nlisten: { a: b }\nvoices: { Ana: { voice: en, toString: 1 } }\nmusic: { bed: a.wav, __proto__: b }\n? [a, b]\n: c\n---\nAna: Hi.\n`,
    )
    expect(script).toMatchObject({ title: 'Bees', music: { bed: 'a.wav', duck: 12 } })
    expect(report).toEqual([
      'line 1 titel:',
      'line 2 __proto__:',
      'line 3 constructor:',
      'line 5 listen: …',
      'line 7 music: __proto__: b',
      'line 8 :',
      'line 6 toString:',
    ])
  })

  it('do not keep the rest from being read where they are no YAML at all', () => {
    for (const yaml of [
      'a: [',
      '&a b: *a',
      '- x',
      'title: a\ntitle: b',
      `${'['.repeat(5000)}`,
      `a: ${'x'.repeat(200_000)}`,
    ]) {
      const { lines, report } = read(`${yaml}\n---\nAna: Hi.\n`)
      expect(lines).toHaveLength(1)
      expect(report[0]).toContain('the settings of a podcast')
    }
  })
})
