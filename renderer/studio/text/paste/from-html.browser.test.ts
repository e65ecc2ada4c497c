import { describe, expect, test } from 'vitest'
import { type RichText, richTextSchema } from '../../../../shared/model/richtext/schema.ts'
import { plainText } from '../../../../shared/model/richtext/text.ts'
import { fromHtml } from './from-html.ts'

const read = (html: string) => fromHtml(html, (id) => id === 'asset.known').richText
const words = (text: string) => [{ type: 'text' as const, text }]
const item = (text: string, ...inner: RichText) => {
  const [list] = inner
  return list?.type === 'list' ? { children: words(text), list } : { children: words(text) }
}

describe('from a web page', () => {
  test('blocks and marks we know come along; classes, colours and sizes do not', () => {
    expect(
      read(`<h1 class="x">Hand <b>washing</b></h1>
        <p style="color:red">Rub  <strong>palm <em>to</em></strong> palm.<br>Then <del>not</del> dry.</p>
        <div>Loose words <code>ls</code></div><blockquote><p>Said well</p></blockquote><h4>Part</h4>`),
    ).toEqual([
      { type: 'heading', level: 2, children: words('Hand washing') },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Rub ' },
          { type: 'text', text: 'palm ', marks: ['bold'] },
          { type: 'text', text: 'to', marks: ['bold', 'italic'] },
          { type: 'text', text: ' palm.' },
          { type: 'break' },
          { type: 'text', text: 'Then ' },
          { type: 'text', text: 'not', marks: ['strike'] },
          { type: 'text', text: ' dry.' },
        ],
      },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Loose words ' },
          { type: 'text', text: 'ls', marks: ['code'] },
        ],
      },
      { type: 'quote', children: words('Said well') },
      { type: 'heading', level: 3, children: words('Part') },
    ])
  })

  test('nothing that runs, hides or lies comes along', () => {
    const hostile = `<script>alert(1)</script><style>p{}</style><p onclick="x()">Safe</p>
      <a href="javascript:alert(1)">link</a> <a href="https://example.org/">good</a>
      <iframe src="https://example.org"></iframe><svg><text>drawn</text></svg><p style="display:none">hidden</p>
      <template><p>stored</p></template><img src=x onerror=alert(1)><object data="x">o</object>`
    const { richText, lostPictures } = fromHtml(hostile, () => false)
    expect(richTextSchema.parse(richText)).toEqual(richText)
    expect(plainText(richText)).toBe('Safe\nlink good')
    expect(JSON.stringify(richText)).not.toMatch(/javascript|onerror|script/)
    expect(lostPictures).toBe(1)
  })

  test('lists in lists, paragraphs in items, tables with header cells', () => {
    expect(
      read(`<ol><li><p>One</p></li><li>Two<ul><li>inner</li></ul></li></ol>
        <table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table>`),
    ).toEqual([
      {
        type: 'list',
        ordered: true,
        items: [item('One'), item('Two', { type: 'list', ordered: false, items: [item('inner')] })],
      },
      {
        type: 'table',
        rows: [
          [{ children: words('A') }, { children: words('B') }],
          [{ children: words('1') }, { children: [] }],
        ],
      },
    ])
  })
})

test('Google Docs: its wrapper is not bold, its spans are, its lists lie beside their items', () => {
  expect(
    read(`<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">
      <p dir="ltr"><span style="font-weight:400;font-style:normal">Plain </span><span style="font-weight:700">bold</span></p>
      <ul><li dir="ltr" aria-level="1"><p role="presentation"><span style="font-weight:400">First</span></p></li>
      <ul><li aria-level="2"><p role="presentation"><span>Inner</span></p></li></ul></ul></b>`),
  ).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Plain ' },
        { type: 'text', text: 'bold', marks: ['bold'] },
      ],
    },
    {
      type: 'list',
      ordered: false,
      items: [item('First', { type: 'list', ordered: false, items: [item('Inner')] })],
    },
  ])
})

test('Word: paragraphs that are list items become a list, empty ones go', () => {
  const paragraph = (level: number, marker: string, text: string) =>
    `<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`
  expect(
    read(`<html><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
      <h2>Steps<o:p></o:p></h2><p class=MsoNormal><o:p>&nbsp;</o:p></p>
      ${paragraph(1, '1.', 'Wet')}${paragraph(2, '·', 'both hands')}${paragraph(1, '2.', 'Soap')}
      <p class=MsoNormal><b><span lang=EN-GB>Dry</span></b> well.<o:p></o:p></p><!--EndFragment--></body></html>`),
  ).toEqual([
    { type: 'heading', level: 2, children: words('Steps') },
    {
      type: 'list',
      ordered: true,
      items: [item('Wet', { type: 'list', ordered: false, items: [item('both hands')] }), item('Soap')],
    },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Dry', marks: ['bold'] },
        { type: 'text', text: ' well.' },
      ],
    },
  ])
})

test('from a studio: pictures the project has and callouts stay what they are', () => {
  expect(
    read(
      '<img data-morsel-asset="asset.known" alt="A jug"><img data-morsel-asset="asset.other" alt="Lost"><div class="callout callout-tip" role="note">Hand on the jug</div>',
    ),
  ).toEqual([
    { type: 'image', asset: 'asset.known', alt: 'A jug', decorative: false },
    { type: 'callout', tone: 'tip', children: words('Hand on the jug') },
  ])
})
