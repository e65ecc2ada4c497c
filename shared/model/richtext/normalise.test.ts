import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyInline, anyRichText } from '../../../test/harness/arbitrary-rich-text.ts'
import { normalise, normaliseInline } from './normalise.ts'
import { inlineTextSchema, type RichText, richTextSchema } from './schema.ts'
import { plainText } from './text.ts'

const paragraph = (...children: Extract<RichText[number], { type: 'paragraph' }>['children']) => ({
  type: 'paragraph' as const,
  children,
})

describe('normalised rich text', () => {
  test('is valid, and normalising it again changes nothing', () => {
    fc.assert(
      fc.property(anyRichText, (richText) => {
        const once = normalise(richText)
        expect(richTextSchema.parse(once)).toEqual(once)
        expect(normalise(once)).toEqual(once)
      }),
    )
    fc.assert(
      fc.property(anyInline, (children) => {
        const once = normaliseInline(children)
        expect(inlineTextSchema.parse(once)).toEqual(once)
        expect(normaliseInline(once)).toEqual(once)
      }),
    )
  })

  test('says the same words', () => {
    const words = (richText: RichText) => plainText(richText).replace(/\s+/g, ' ').trim()
    fc.assert(
      fc.property(anyRichText, (richText) => {
        expect(words(normalise(richText))).toBe(words(richText))
      }),
    )
  })

  test('joins text of equal marks and puts marks in order', () => {
    expect(
      normalise([
        paragraph(
          { type: 'text', text: 'Keep ', marks: [] },
          { type: 'text', text: 'it' },
          { type: 'text', text: '' },
          { type: 'text', text: ' short', marks: ['italic', 'bold'] },
          { type: 'text', text: '.', marks: ['bold', 'italic'] },
        ),
      ]),
    ).toEqual([
      paragraph(
        { type: 'text', text: 'Keep it' },
        { type: 'text', text: ' short.', marks: ['bold', 'italic'] },
      ),
    ])
  })

  test('makes one blank of tabs and line ends in a row, however the text was cut', () => {
    const text = (words: string) => ({ type: 'text' as const, text: words })
    const href = 'https://a.example'
    expect(
      normalise([
        paragraph(text('a\t'), text('\r\nb'), {
          type: 'link',
          href,
          children: [text('\n'), text('\n'), text('c')],
        }),
      ]),
    ).toEqual([paragraph(text('a b'), { type: 'link', href, children: [text(' c')] })])
  })

  test('leaves out what a learner does not see: lines, headings and items without words, links around nothing', () => {
    expect(
      normalise([
        paragraph(),
        paragraph({ type: 'text', text: '  ' }, { type: 'break' }),
        { type: 'heading', level: 2, children: [] },
        { type: 'list', ordered: false, items: [{ children: [] }] },
        paragraph({ type: 'link', href: 'https://example.org', children: [{ type: 'text', text: '' }] }),
        paragraph({ type: 'text', text: 'Words' }),
      ]),
    ).toEqual([paragraph({ type: 'text', text: 'Words' })])
  })

  test('keeps an item without words when a list hangs on it', () => {
    const list: RichText = [
      {
        type: 'list',
        ordered: true,
        items: [
          {
            children: [],
            list: { type: 'list', ordered: false, items: [{ children: [{ type: 'text', text: 'a' }] }] },
          },
        ],
      },
    ]
    expect(normalise(list)).toEqual(list)
  })

  test('makes tables rectangular, and links that lead nowhere safe plain words', () => {
    expect(
      normalise([
        {
          type: 'table',
          rows: [[{ children: [] }], [{ children: [] }, { children: [{ type: 'text', text: 'b' }] }]],
        },
        paragraph({ type: 'link', href: 'javascript:alert(1)', children: [{ type: 'text', text: 'x' }] }),
      ]),
    ).toEqual([
      {
        type: 'table',
        rows: [
          [{ children: [] }, { children: [] }],
          [{ children: [] }, { children: [{ type: 'text', text: 'b' }] }],
        ],
      },
      paragraph({ type: 'text', text: 'x' }),
    ])
  })
})
