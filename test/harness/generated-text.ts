import fc from 'fast-check'
import {
  type Block,
  calloutTones,
  type Inline,
  type List,
  type Mark,
  markNames,
  type RichText,
  type Text,
} from '../../shared/model/richtext/schema.ts'

const ordinary = ['word', 'Hello', 'ünïcode', '日本語', 'שלום', '🙂', '3', '10:30']
const signs = [
  ...'* _ ` ~ ~~ # = { } : :: \\ \\n [ ] ( ) < > ! | - + 1. 1) & &amp; &#x20; <b> <br> <!-- // %50% ->'.split(
    ' ',
  ),
  ...'[!TIP] [x] [html] http://a.example/x_y www.b.example me@c.example $CATEGORY:'.split(' '),
  ...'#### --- " \' T FALSE /* ^ [^1] \t \u00a0'.split(' '),
]

/** Words of all kinds, Markdown's, GIFT's and HTML's own signs among them; no line ends, no control characters. */
export const anyWords = (options: { minLength?: number; maxLength?: number } = {}) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...ordinary) },
        { weight: 3, arbitrary: fc.constant(' ') },
        { weight: 3, arbitrary: fc.constantFrom(...signs) },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('').replace(/[^\t\P{Cc}]|[\ufeff\ufffd\u2028\u2029]/gu, ''))
    .filter((text) => text.length >= (options.minLength ?? 0) && text.length <= (options.maxLength ?? 200))

const marks = fc.subarray([...markNames])

const text: fc.Arbitrary<Text> = fc
  .tuple(anyWords({ minLength: 1 }), fc.oneof({ weight: 2, arbitrary: fc.constant<Mark[]>([]) }, marks))
  // GitHub's tables cannot say a backslash before a bar inside code.
  .filter(([words, names]) => !names.includes('code') || !words.includes('\\|'))
  .map(
    ([words, names]): Text =>
      names.length > 0 ? { type: 'text', text: words, marks: names } : { type: 'text', text: words },
  )

const link = fc
  .tuple(
    fc.constantFrom(
      'https://example.com',
      'http://a.example/x_(y)?q=1&b=*2*#h',
      'mailto:me@c.example',
      'tel:+491',
    ),
    fc.array(text, { minLength: 1, maxLength: 2 }),
  )
  .map(([href, children]): Inline => ({ type: 'link', href, children: joined(children) as Text[] }))

/** A run of text as the studio keeps it: neighbours with equal marks are one, no break at either end. */
export const anyInline = (options: { minLength?: number } = {}): fc.Arbitrary<Inline[]> =>
  fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: text },
        { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
        { weight: 1, arbitrary: link },
      ),
      { maxLength: 5 },
    )
    .map((nodes) => joined(withoutEdgeBreaks(nodes)))
    .filter((nodes) => nodes.length >= (options.minLength ?? 0))

function withoutEdgeBreaks(nodes: Inline[]): Inline[] {
  const first = nodes.findIndex((node) => node.type !== 'break')
  return first < 0 ? [] : nodes.slice(first, nodes.findLastIndex((node) => node.type !== 'break') + 1)
}

function joined(nodes: Inline[]): Inline[] {
  return nodes.reduce<Inline[]>((all, node) => {
    const last = all.at(-1)
    if (node.type === 'text' && last?.type === 'text' && String(node.marks) === String(last.marks))
      return [...all.slice(0, -1), { ...last, text: last.text + node.text }]
    return [...all, node]
  }, [])
}

const { list } = fc.letrec<{ list: List }>((tie) => ({
  list: fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc
        .tuple(anyInline(), fc.option(tie('list'), { depthSize: 'small', maxDepth: 3 }))
        // A list under an item without words is something Markdown can say only up to a depth (`* * *` is a line).
        .map(([children, inner]) =>
          inner && children.length > 0 ? { children, list: inner } : { children },
        ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
}))

const table = fc.integer({ min: 1, max: 3 }).chain((width) =>
  fc
    .array(
      fc.array(
        anyInline().map((children) => ({ children })),
        { minLength: width, maxLength: width },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((rows): Block => ({ type: 'table', rows })),
)

/** Rich text as the studio keeps it; `images` are the assets it may show. */
export const anyRichText = (images: readonly string[]): fc.Arbitrary<RichText> => {
  const plain = anyInline()
  const image = fc
    .record({ asset: fc.constantFrom(...images), alt: anyWords({ maxLength: 60 }), decorative: fc.boolean() })
    .map((fields): Block => ({ type: 'image', ...fields }))
  return fc
    .array(
      fc.oneof(
        anyInline({ minLength: 1 }).map((children): Block => ({ type: 'paragraph', children })),
        fc.tuple(fc.constantFrom(2 as const, 3 as const), plain).map(([level, children]): Block => {
          return { type: 'heading', level, children }
        }),
        plain.map((children): Block => ({ type: 'quote', children })),
        fc
          .tuple(fc.constantFrom(...calloutTones), plain)
          .map(([tone, children]): Block => ({ type: 'callout', tone, children })),
        list,
        table,
        ...(images.length > 0 ? [image] : []),
      ),
      { maxLength: 5 },
    )
    .map((blocks) => JSON.parse(JSON.stringify(blocks)) as RichText)
}
