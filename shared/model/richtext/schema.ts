import * as z from 'zod'
import { recordId } from '../base.ts'

/**
 * Rich text is ours: a small tree that every editor, importer, exporter and renderer converts to and from. It can hold
 * nothing that could run: no HTML, no style, no script, only these nodes, and links that `isSafeHref` allows.
 */

export const markNames = ['bold', 'italic', 'code', 'strike'] as const
export const calloutTones = ['note', 'tip', 'important', 'warning'] as const

/** Links lead to http(s) pages, mail or telephone; anything else (`javascript:`, `file:`, `data:`) never becomes a link. */
export function isSafeHref(href: string): boolean {
  return /^(https?:\/\/[^\s]+|mailto:[^\s]+|tel:[+\d][^\s]*)$/i.test(href)
}

const text = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  /** In the order of `markNames`, each at most once. Absent means none. */
  marks: z.array(z.enum(markNames)).optional(),
})
const lineBreak = z.strictObject({ type: z.literal('break') })
const link = z.strictObject({
  type: z.literal('link'),
  href: z.string().refine(isSafeHref, 'A link leads to an http, https, mailto or tel address.'),
  children: z.array(z.discriminatedUnion('type', [text, lineBreak])),
})

export const inlineSchema = z.discriminatedUnion('type', [text, lineBreak, link])
export type Text = z.infer<typeof text>
export type Link = z.infer<typeof link>
export type Inline = z.infer<typeof inlineSchema>
export type Mark = (typeof markNames)[number]
export type CalloutTone = (typeof calloutTones)[number]

const paragraph = z.strictObject({ type: z.literal('paragraph'), children: z.array(inlineSchema) })
/** Level 2 is a section of the page, 3 a part of that; level 1 is the step's own title. */
const heading = z.strictObject({
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3)]),
  children: z.array(inlineSchema),
})

export type Paragraph = z.infer<typeof paragraph>
export type Heading = z.infer<typeof heading>

/** One item: its line of text, then, optionally, a list inside it. */
export type ListItem = { children: Inline[]; list?: List | undefined }
export type List = { type: 'list'; ordered: boolean; items: ListItem[] }
const list: z.ZodType<List> = z.lazy(() =>
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.strictObject({ children: z.array(inlineSchema), list: list.optional() })).min(1),
  }),
)

const quote = z.strictObject({ type: z.literal('quote'), children: z.array(inlineSchema) })
const callout = z.strictObject({
  type: z.literal('callout'),
  tone: z.enum(calloutTones),
  children: z.array(inlineSchema),
})

/** First row is the header row. Every row has as many cells as the first. */
const table = z.strictObject({
  type: z.literal('table'),
  rows: z.array(z.array(z.strictObject({ children: z.array(inlineSchema) })).min(1)).min(1),
})

/** `alt` is required by the checks unless `decorative`; an empty `alt` on a picture that means something blocks publishing. */
const image = z.strictObject({
  type: z.literal('image'),
  asset: recordId,
  alt: z.string(),
  decorative: z.boolean(),
})

export const blockSchema = z.union([paragraph, heading, list, quote, callout, table, image])
export const richTextSchema = z.array(blockSchema)
export const inlineTextSchema = z.array(inlineSchema)

export type Quote = z.infer<typeof quote>
export type Callout = z.infer<typeof callout>
export type Table = z.infer<typeof table>
export type Image = z.infer<typeof image>
export type Block = Paragraph | Heading | List | Quote | Callout | Table | Image
export type RichText = Block[]
/** One run of text without blocks: a choice, a feedback. */
export type InlineText = Inline[]
