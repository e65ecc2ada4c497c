import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, type Inline, markNames, type RichText } from '../model/richtext/schema.ts'
import { type HtmlContext, inlineHtml, richTextHtml } from './html.ts'
import { wordsFor } from './words.ts'

const context: HtmlContext = {
  image: () => ({ source: 'media/0123456789ab.png', width: 640, height: 480 }),
  words: wordsFor('en'),
}
const text = (words: string): Inline => ({ type: 'text', text: words })
const html = (...blocks: RichText) => richTextHtml(blocks, context)

/** Every tag that may come out, whole: whatever else holds a `<` is an authored word that became a tag. */
const knownTags =
  /<\/?(?:p|h2|h3|ul|ol|li|blockquote|table|thead|tbody|tr|td|strong|em|code|s|figure)>|<(?:br|th scope="col"|strong class="callout-word"|div class="table" role="region" aria-label="Table" tabindex="0"|div class="callout callout-(?:note|tip|important|warning)" role="note")>|<\/(?:th|div|a)>|<a href="(?:https?:\/\/|mailto:|tel:)[^"<>]*" target="_blank" rel="noopener">|<img src="media\/0123456789ab\.png" alt="[^"<>]*" width="640" height="480" loading="lazy" decoding="async">/gi

function expectOnlyOurTags(result: string): void {
  expect(result.replace(knownTags, '')).not.toMatch(/[<>"']/)
}

/** What a browser shows of escaped text. */
function unescape(result: string): string {
  return result
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

describe('rich text as HTML', () => {
  it('writes each block with its own tags', () => {
    expect(html({ type: 'heading', level: 3, children: [text('Part')] })).toBe('<h3>Part</h3>')
    expect(html({ type: 'paragraph', children: [] })).toBe('')
    expect(html({ type: 'quote', children: [text('Q'), { type: 'break' }, text('R')] })).toBe(
      '<blockquote><p>Q<br>R</p></blockquote>',
    )
    expect(html({ type: 'callout', tone: 'tip', children: [text('T')] })).toBe(
      '<div class="callout callout-tip" role="note"><strong class="callout-word">Tip</strong><p>T</p></div>',
    )
  })

  it('nests lists inside their items', () => {
    const inner = { type: 'list' as const, ordered: true, items: [{ children: [text('b')] }] }
    expect(html({ type: 'list', ordered: false, items: [{ children: [text('a')], list: inner }] })).toBe(
      '<ul><li>a<ol><li>b</li></ol></li></ul>',
    )
  })

  it('gives a table its header row', () => {
    const row = (...words: string[]) => words.map((word) => ({ children: [text(word)] }))
    expect(html({ type: 'table', rows: [row('A', 'B'), row('1', '2')] })).toContain(
      '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>',
    )
  })

  it('leaves the alternative of a decorative image empty, and reserves the room of every image', () => {
    const image = { type: 'image' as const, asset: 'asset.a', alt: 'A "map"', decorative: false }
    expect(html(image)).toContain('alt="A &quot;map&quot;" width="640" height="480"')
    expect(html({ ...image, decorative: true })).toContain('alt=""')
  })

  it('nests marks in the order they are named', () => {
    expect(inlineHtml([{ type: 'text', text: 'x', marks: ['bold', 'italic'] }])).toBe(
      '<strong><em>x</em></strong>',
    )
  })

  it('makes no link of an address that could run', () => {
    const link = (href: string) =>
      inlineHtml([{ type: 'link', href, children: [{ type: 'text', text: 'x' }] }])
    expect(link('https://example.org/?a=1&b="')).toBe(
      '<a href="https://example.org/?a=1&amp;b=&quot;" target="_blank" rel="noopener">x</a>',
    )
    for (const href of [
      'javascript:alert(1)',
      ' javascript:x',
      'data:text/html,x',
      'file:///etc/passwd',
      '//x',
    ])
      expect(link(href)).toBe('x')
  })
})

const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[<>"'&;a-z=/ !-]{0,20}$/),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</p>',
    '<!--',
    ']]>',
    '&lt;',
  ),
)
const inlineText = fc.record({
  type: fc.constant('text' as const),
  text: words,
  marks: fc.subarray([...markNames]),
})
const inline: fc.Arbitrary<Inline> = fc.oneof(
  inlineText,
  fc.constant({ type: 'break' as const }),
  fc.record({
    type: fc.constant('link' as const),
    href: fc.oneof(
      words,
      words.map((rest) => `https://${rest}`),
    ),
    children: fc.array(inlineText),
  }),
)
const children = fc.array(inline, { maxLength: 4 })
const list = fc.letrec<{ list: Extract<Block, { type: 'list' }> }>((tie) => ({
  list: fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ children, list: fc.option(tie('list'), { nil: undefined, maxDepth: 2 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
})).list
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), children }),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(2 as const, 3 as const),
    children,
  }),
  list,
  fc.record({ type: fc.constant('quote' as const), children }),
  fc.record({
    type: fc.constant('callout' as const),
    tone: fc.constantFrom('note' as const, 'tip' as const, 'important' as const, 'warning' as const),
    children,
  }),
  fc.record({
    type: fc.constant('table' as const),
    rows: fc.array(fc.array(fc.record({ children }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({
    type: fc.constant('image' as const),
    asset: fc.constant('asset.a'),
    alt: words,
    decorative: fc.boolean(),
  }),
)

describe('nothing authored becomes a tag, an attribute or a script', () => {
  it('holds for any rich text', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) =>
        expectOnlyOurTags(richTextHtml(blocks, context)),
      ),
      { numRuns: 500 },
    )
  })

  it('shows the words as they were written', () => {
    fc.assert(
      fc.property(words, (value) => {
        const shown = value.toWellFormed().replace(/[^\P{Cc}\t\n\r]/gu, '')
        expect(unescape(inlineHtml([text(value)]))).toBe(shown)
      }),
    )
  })
})

const corpus = join(process.env.MORSEL_CORPORA ?? '../shared/corpora', 'security')
describe.skipIf(!existsSync(corpus))('hostile strings (needs the corpora that MORSEL_CORPORA names)', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(corpus, file), 'utf8'))
  const strings = () => [
    ...(read('html/dompurify-vectors.json') as { payload: string }[]).map(({ payload }) => payload),
    ...(read('html/h5sc-vectors.json') as { data: string }[]).map(({ data }) => data),
    ...(read('text/naughty-strings.json') as string[]),
  ]

  it('stay words wherever they are written', () => {
    for (const value of strings()) {
      expectOnlyOurTags(
        html(
          { type: 'paragraph', children: [text(value)] },
          { type: 'image', asset: 'asset.a', alt: value, decorative: false },
          {
            type: 'paragraph',
            children: [
              { type: 'link', href: value, children: [{ type: 'text', text: value, marks: ['code'] }] },
            ],
          },
        ),
      )
    }
    expect(strings().length).toBeGreaterThan(400)
  })
})
