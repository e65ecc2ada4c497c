import fc from 'fast-check'
import {
  type Block,
  calloutTones,
  type Inline,
  type InlineText,
  type Link,
  type List,
  markNames,
  type RichText,
  type Text,
} from '../../shared/model/richtext/schema.ts'

const words = fc.oneof(
  { weight: 5, arbitrary: fc.string({ maxLength: 12 }) },
  fc.constantFrom('', ' ', 'a', 'é́', '🧑‍🏫', 'line\nbreak', '\t', '<b>&amp;', 'نص', '\u00a0'),
)

const text: fc.Arbitrary<Text> = fc.record(
  { type: fc.constant('text' as const), text: words, marks: fc.uniqueArray(fc.constantFrom(...markNames)) },
  { requiredKeys: ['type', 'text'] },
)
const lineBreak = fc.constant({ type: 'break' as const })
const link: fc.Arbitrary<Link> = fc.record({
  type: fc.constant('link' as const),
  href: fc.constantFrom('https://example.org/a?b=1#c', 'mailto:a@example.org', 'tel:+31'),
  children: fc.array(fc.oneof(text, lineBreak), { maxLength: 3 }),
})

/** Any run of text the schema allows, normalised or not. */
export const anyInline: fc.Arbitrary<InlineText> = fc.array(
  fc.oneof<fc.Arbitrary<Inline>[]>(text, text, lineBreak, link),
  { maxLength: 4 },
)

const { list } = fc.letrec<{ list: List }>((tie) => ({
  list: fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc.record(
        { children: anyInline, list: fc.option(tie('list'), { nil: undefined, depthSize: 'small' }) },
        { requiredKeys: ['children'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
}))

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), children: anyInline }),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(2 as const, 3 as const),
    children: anyInline,
  }),
  fc.record({ type: fc.constant('quote' as const), children: anyInline }),
  fc.record({
    type: fc.constant('callout' as const),
    tone: fc.constantFrom(...calloutTones),
    children: anyInline,
  }),
  list,
  fc.record({
    type: fc.constant('table' as const),
    rows: fc.array(fc.array(fc.record({ children: anyInline }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({
    type: fc.constant('image' as const),
    asset: fc.constantFrom('asset.1', 'asset.2'),
    alt: words,
    decorative: fc.boolean(),
  }),
)

/** Any rich text the schema allows, normalised or not. */
export const anyRichText: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 5 })
