import { describe, expect, test } from 'vitest'
import type { Asset } from '../../../../shared/model/asset.ts'
import { notesFor } from '../report.ts'
import { readModuleSource } from './read.ts'

function read(source: string, media: (path: string) => Asset | null = () => null) {
  const notes = notesFor('module.md')
  const result = readModuleSource(source, {
    name: 'module.md',
    notes,
    media,
    moduleId: (wanted) => wanted,
    isFree: () => () => true,
  })
  return {
    ...result,
    report: notes.lines.map(({ place, found, outcome }) => [place, found, outcome]),
    lines: notes.lines,
  }
}

const body = (markdown: string) => {
  const { records, report } = read(`---\ntitle: T\n---\n## S\n\n${markdown}\n`)
  const [step] = records
  return { body: step?.type === 'step' && step.kind === 'page' ? step.body : null, report }
}
const text = (words: string, ...marks: string[]) =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }

describe('front matter', () => {
  test('all settings', () => {
    const { module, records, series, report } = read(
      '---\nid: m1\ntitle: "Price: objections"\nlanguage: de-AT\nminutes: 5\noutcomes:\n  O1: Restate value\npass: 70\nnavigation: restricted\nresume: ask\ncompletion: end\nattempts: 3\nexit: true\ntheme: default\nseries: Selling\n---\n## Why {#why outcome=O1 alternatives="price talk"}\n',
    )
    expect(report).toEqual([])
    expect(series).toBe('Selling')
    expect(module).toEqual({
      id: 'm1',
      type: 'module',
      title: 'Price: objections',
      language: 'de-AT',
      minutes: 5,
      outcomes: ['m1.O1'],
      pass: 70,
      theme: 'default',
      behaviour: {
        navigation: 'restricted',
        resume: 'ask',
        completion: 'end',
        attempts: 3,
        exitButton: true,
      },
      steps: ['m1.why'],
    })
    expect(records).toEqual([
      { id: 'm1.O1', type: 'outcome', text: 'Restate value' },
      {
        id: 'm1.why',
        type: 'step',
        title: 'Why',
        outcome: 'm1.O1',
        alternatives: 'price talk',
        kind: 'page',
        body: [],
      },
    ])
  })

  test('what is unknown or impossible is reported with its line and kept out', () => {
    const { module, report } = read(
      '---\ntitle: T\nauthor: me\n__proto__: x\nminutes: -1\npass: 700\ntheme: dark\nlanguage: "!"\n---\n## A {#a outcome=O9 colour=red}\n',
    )
    expect(module).toMatchObject({ minutes: null, pass: null, theme: 'default', language: 'en' })
    expect(report).toEqual([
      ['line 3', 'author:', 'left-out'],
      ['line 4', '__proto__:', 'left-out'],
      ['line 5', 'minutes: -1', 'left-out'],
      ['line 6', 'pass: 700', 'left-out'],
      ['line 7', 'theme: dark', 'changed'],
      ['line 8', 'language: !', 'left-out'],
      ['line 10', 'colour=red', 'left-out'],
      ['line 10', 'outcome=O9', 'left-out'],
    ])
  })

  test.each([
    ['an alias', '---\ntitle: &a x\nseries: *a\n---\n', 'line 2'],
    ['a bomb of aliases', `---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n`, 'line 2'],
    ['no end', '---\ntitle: x\n\n## A\n', 'line 1'],
    ['a key twice', '---\ntitle: x\ntitle: y\n---\n', 'line 3'],
    ['a list', '---\n- a\n---\n', 'line 2'],
    ['brackets without end', `---\ntitle: ${'['.repeat(5000)}\n---\n`, 'line 2'],
    ['quotes in quotes', `${'>'.repeat(10_000)} x\n`, 'line 1'],
    ['lists in lists', `${'- '.repeat(10_000)}x\n`, 'line 1'],
    ['thousands of brackets', `${'[a](b '.repeat(3000)}\n`, 'line 1'],
    ['thousands of quotes', '> a\n\n'.repeat(10_000), 'line 2001'],
    ['a table without end', '|a|\n|-|\n'.repeat(5000), 'line 3001'],
    ['a line without end', `${'[a](b '.repeat(20_000)}\n`, 'line 1'],
  ])('%s is refused with its line', (_, source, place) => {
    expect(() => read(source)).toThrow(
      expect.objectContaining({
        code: 'source-invalid',
        message: expect.stringContaining(`module.md, ${place}: `) as string,
      }) as Error,
    )
  })
})

describe('steps', () => {
  test('activities that are not there yet, or unknown, are left out with their whole step', () => {
    const { module, lines } = read(
      '---\ntitle: T\n---\n## Look\n\nWords.\n\n```infographic\npanels: []\n```\n\n## Play\n\n```hologram\nx\n```\n\n## Read\n\nStays.\n',
    )
    expect(module.steps).toEqual(['t.read'])
    expect(lines.map(({ place, found }) => [place, found])).toEqual([
      ['line 8', '```infographic'],
      ['line 14', '```hologram'],
    ])
    expect(lines[0]?.message).toContain('“Look” holds an infographic')
    expect(lines[1]?.message).toContain('video and podcast and gift')
  })

  test('a step holds one activity; the text around it is its introduction', () => {
    const { records, report } = read(
      '---\ntitle: T\n---\n## Q\n\nBefore.\n\n```gift shuffle\nA {T}\n```\n\nAfter.\n\n```gift\nB {T}\n```\n',
    )
    expect(records.map(({ id }) => id)).toEqual(['t.q', 't.q.q1'])
    expect(records[0]).toMatchObject({ kind: 'quiz', shuffleQuestions: true, intro: [{}, {}] })
    expect(report).toEqual([['line 14', '```gift', 'left-out']])
  })

  test('text before the first step becomes a step of its own; a first heading is the title', () => {
    const { module, records, report } = read('# My module\n\nHello.\n\n## Next\n')
    expect(module).toMatchObject({
      id: 'my-module',
      title: 'My module',
      steps: ['my-module.start', 'my-module.next'],
    })
    expect(records[0]).toMatchObject({ title: 'My module' })
    expect(report).toEqual([
      ['line 1', 'no title', 'changed'],
      ['line 3', 'text before the first step', 'changed'],
    ])
  })
})

describe('podcasts', () => {
  const scriptOf = (markdown: string) => {
    const { records, lines } = read(`---\ntitle: T\n---\n${markdown}`)
    const said = records.flatMap((record) =>
      record.type === 'step' && record.kind === 'podcast' ? [record.script] : [],
    )
    return { script: said[0], records, lines }
  }

  test('say nothing in Markdown, so that an hour of them is no trouble', () => {
    const body = 'Ana: *One* and [two](x) and *three* _four.\n'.repeat(9000)
    const { script, lines } = scriptOf(
      `## L {#l}\n\n\`\`\`podcast\nvoices: { Ana: en }\n---\n${body}\`\`\`\n`,
    )
    expect(lines).toEqual([])
    expect(script?.chapters[0]?.lines).toHaveLength(9000)
    expect(script?.chapters[0]?.lines[8999]).toMatchObject({
      place: 9000,
      text: '*One* and [two](x) and *three* _four.',
    })
  })

  test('end where Markdown ends them, and take nothing with them that follows', () => {
    const { records, script } = scriptOf(
      '## A\n\n  ~~~~podcast\n  voices: { Ana: en }\n  ---\n  Ana: Hi.\n```\n~~~\n    ~~~~\n Ana: Bye.\n ~~~~~ \n\nAfter.\n\n## B\n\nPage.\n',
    )
    expect(script?.chapters[0]?.lines.map((line) => line.kind === 'speech' && line.text)).toEqual([
      'Hi. ``` ~~~ ~~~~',
      'Bye.',
    ])
    expect(records).toMatchObject([
      { kind: 'podcast', intro: [{ children: [{ text: 'After.' }] }] },
      { kind: 'page', body: [{ children: [{ text: 'Page.' }] }] },
    ])
  })

  test.each([
    ['in a list', '- a\n  ```podcast\n  Ana: Hi.\n\nAfter the list.\n', 'After the list.'],
    ['in a comment', '<!--\n```podcast\n-->\n\nAfter the comment.\n', 'After the comment.'],
    ['in a quote', '> ```podcast\n> Ana: Hi.\n\nAfter the quote.\n', 'After the quote.'],
    ['in other code', '```text\n```podcast\nAna: Hi.\n```\n\nAfter the code.\n', 'After the code.'],
  ])('that only look like one %s leave what follows as it is', (_, markdown, words) => {
    const { records, script } = scriptOf(`## A\n\n${markdown}\n## B\n`)
    expect(script).toBeUndefined()
    expect(JSON.stringify(records[0])).toContain(words)
    expect(records).toHaveLength(2)
  })

  test('in which nobody says anything wait for a script, and that is reported', () => {
    for (const body of ['', 'title: x\n---\n# One\n(pause 1)\n', '---\n[clip gone.wav]\n']) {
      const { records, lines } = scriptOf(`## A\n\n\`\`\`podcast\n${body}\`\`\`\n`)
      expect(records).toMatchObject([{ kind: 'podcast', episode: null }])
      expect(lines).toContainEqual(
        expect.objectContaining({ place: 'line 6', found: 'a podcast without words', outcome: 'changed' }),
      )
    }
  })
})

describe('pages', () => {
  test('marks, links, lists, quotes, callouts and tables', () => {
    expect(
      body(
        '### H\n\n**b _bi_** `c` ~~s~~ ~x~ [l](https://a.example)\\\nnext\n\n- a\n  1. b\n\n> q\n\n> [!TIP]\n> t\n\n| a | b |\n|-|-|\n| 1 |\n',
      ),
    ).toEqual({
      report: [],
      body: [
        { type: 'heading', level: 2, children: [text('H')] },
        {
          type: 'paragraph',
          children: [
            text('b ', 'bold'),
            text('bi', 'bold', 'italic'),
            text(' '),
            text('c', 'code'),
            text(' '),
            text('s', 'strike'),
            text(' ~x~ '),
            { type: 'link', href: 'https://a.example', children: [text('l')] },
            { type: 'break' },
            text('next'),
          ],
        },
        {
          type: 'list',
          ordered: false,
          items: [
            {
              children: [text('a')],
              list: { type: 'list', ordered: true, items: [{ children: [text('b')] }] },
            },
          ],
        },
        { type: 'quote', children: [text('q')] },
        { type: 'callout', tone: 'tip', children: [text('t')] },
        {
          type: 'table',
          rows: [
            [{ children: [text('a')] }, { children: [text('b')] }],
            [{ children: [text('1')] }, { children: [] }],
          ],
        },
      ],
    })
  })

  test.each([
    ['# One', 'changed', '# One'],
    ['##### Five', 'changed', '##### Five'],
    ['---', 'left-out', '---'],
    ['<div onclick="x()">a <b>b</b></div>', 'left-out', '<div onclick="x()">a <b>b</b></div>'],
    ['a <i>b</i>', 'left-out', '<i>'],
    ['<script>alert(1)</script>', 'left-out', '<script>alert(1)</script>'],
    ['[a](javascript:alert)', 'changed', 'a link to javascript:alert'],
    ['[a](other.md)', 'changed', 'a link to other.md'],
    ['> [!CAUTION]\n> a', 'changed', '[!CAUTION]'],
    ['> [!SPOILER]\n> a', 'changed', '[!SPOILER]'],
    ['- [x] a', 'changed', 'a tick box'],
    ['3. a', 'changed', 'a list that starts at 3'],
    ['|a|\n|:-|\n|b|', 'changed', 'the alignment of columns'],
    ['```\ncode\n```', 'changed', 'a block of code'],
    ['> - a', 'changed', 'a quote with more than paragraphs'],
    ['a[^1]\n\n[^1]: b', 'changed', '[^1]'],
  ])('%j is reported', (markdown, outcome, found) => {
    const { report, body: blocks } = body(markdown)
    expect(report[0]).toEqual(['line 6', found, outcome])
    expect(JSON.stringify(blocks)).not.toMatch(/<|alert\(1\)|onclick/)
  })
})
