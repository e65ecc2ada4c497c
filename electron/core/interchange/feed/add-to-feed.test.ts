import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { findInFeed } from '../../../../test/harness/feeds.ts'
import { scriptOf } from '../../../../test/harness/speaking.ts'
import { addToFeed } from './add-to-feed.ts'

const root = mkdtempSync(join(tmpdir(), 'morsel-feed-'))
afterAll(() => rmSync(root, { recursive: true }))

let folder: string
const at = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(root, 'series-'))
  writeFileSync(at('one talk.mp3'), Buffer.alloc(54_321))
})

const script = {
  ...scriptOf('Hello.'),
  title: 'Value & price',
  author: 'Ana',
  licence: 'CC BY 4.0',
  chapters: [
    { title: 'Opening', lines: scriptOf('Hello.').chapters[0]?.lines ?? [] },
    { title: 'Unsaid', lines: [] },
  ],
}
const asked = (more: Partial<Parameters<typeof addToFeed>[0]> = {}) => ({
  feed: at('feed.xml'),
  site: 'https://example.org/talks',
  script,
  audio: at('one talk.mp3'),
  seconds: 61.4,
  ...more,
})
const find = (path: string) => findInFeed(readFileSync(at('feed.xml'), 'utf8'), path)

test('a new feed has what directories and players ask for, with addresses beside it', async () => {
  const { notes, ...made } = await addToFeed(
    asked({
      series: 'Selling',
      cover: at('art/cover.png'),
      transcript: at('one.vtt'),
      chapters: at('one.json'),
    }),
  )
  const base = 'https://example.org/talks/'
  expect(notes).toEqual([])
  expect(made).toMatchObject({ file: at('feed.xml'), url: `${base}one%20talk.mp3` })
  for (const [path, found] of [
    ['title', 'Selling'],
    ['link', base],
    ['description', 'Selling'],
    ['language', 'en'],
    ['atom:link/@href', `${base}feed.xml`],
    ['itunes:image/@href', `${base}art/cover.png`],
    ['itunes:author', 'Ana'],
    ['itunes:explicit', 'false'],
    ['itunes:category/@text', 'Education'],
    ['podcast:license', 'cc-by-4.0'],
    ['item/title', 'Value & price'],
    ['item/description', 'Opening'],
    ['item/guid', made.guid],
    ['item/enclosure/@url', `${base}one%20talk.mp3`],
    ['item/enclosure/@length', '54321'],
    ['item/enclosure/@type', 'audio/mpeg'],
    ['item/itunes:duration', '61'],
    ['item/podcast:transcript/@url', `${base}one.vtt`],
    ['item/podcast:chapters/@url', `${base}one.json`],
  ] as const)
    expect([path, ...find(`/rss/channel/${path}`)]).toEqual([path, found])
  expect(Date.parse(find('//item/pubDate')[0] ?? '')).toBeGreaterThan(Date.now() - 60_000)
  expect(readdirSync(folder).sort()).toEqual(['feed.xml', 'one talk.mp3'])
})

test('an episode made again keeps its guid and day; what was changed by hand stays, also of other episodes', async () => {
  const first = await addToFeed(asked({ transcript: at('one.vtt') }))
  expect(first.notes).toHaveLength(2)
  const byHand = readFileSync(at('feed.xml'), 'utf8')
    .replace(/<pubDate>.*<\/pubDate>/, '<pubDate>Tue, 03 Nov 2020 00:00:00 +0000</pubDate>')
    .replace(/<guid.*<\/guid>/, '<guid>mine</guid>')
    .replace('<description>Opening<', '<description>By hand<')
    .replace('text="Education"', 'text="Business"')
    .replace('</channel>', '<x:y xmlns:x="urn:x">kept</x:y><item><guid>other</guid></item></channel>')
  writeFileSync(at('feed.xml'), byHand)
  writeFileSync(at('one talk.mp3'), Buffer.alloc(99))
  const again = await addToFeed(asked({ script: { ...script, title: 'New title', author: 'Ben' } }))
  expect(again).toMatchObject({ guid: 'mine', notes: [] })
  expect(find('//item/guid')).toEqual(['mine', 'other'])
  expect(find('//item[guid="mine"]/title')).toEqual(['New title'])
  expect(find('//item[guid="mine"]/description')).toEqual(['By hand'])
  expect(find('//item[guid="mine"]/pubDate')).toEqual(['Tue, 03 Nov 2020 00:00:00 +0000'])
  expect(find('//item/enclosure/@length')).toEqual(['99'])
  expect(find('//item/podcast:transcript')).toEqual([])
  expect(find('//channel/title | //itunes:author | //itunes:category/@text')).toEqual([
    'Value & price',
    'Ana',
    'Business',
  ])
  expect(find('//*[local-name()="y"]')).toEqual(['kept'])
  const before = readFileSync(at('feed.xml'), 'utf8')
  await addToFeed(asked({ script: { ...script, title: 'New title', author: 'Ben' } }))
  expect(readFileSync(at('feed.xml'), 'utf8')).toBe(before)
  writeFileSync(at('two.m4a'), 'x')
  await addToFeed(asked({ audio: at('two.m4a'), series: 'Renamed' }))
  expect(find('//item/enclosure/@type')).toEqual(['audio/x-m4a', 'audio/mpeg'])
  expect(find('//channel/title')).toEqual(['Renamed'])
})

test('an episode that has no guid is known by the address of its audio, as players do', async () => {
  const url = 'https://example.org/talks/one%20talk.mp3'
  writeFileSync(at('feed.xml'), `<rss><channel><item><enclosure url="${url}"/></item></channel></rss>`)
  expect(await addToFeed(asked())).toMatchObject({ guid: url })
  expect(find('//item/guid')).toEqual([url])
  expect(find('//enclosure/@length')).toEqual(['54321'])
})

test('only what would be done is found out in a dry run', async () => {
  rmSync(at('one talk.mp3'))
  await addToFeed(asked({ dryRun: true }))
  expect(existsSync(at('feed.xml'))).toBe(false)
  await expect(addToFeed(asked())).rejects.toMatchObject({ code: 'file-missing' })
  expect(existsSync(at('feed.xml'))).toBe(false)
})

test.each([
  ['a script', 'title: x\n---\nAna: Hi.', /begins with|text outside/],
  ['a page', '<html/>', /begins with <html>/],
  ['half a feed', '<rss><channel>', /not well-formed, line 1/],
  ['nothing', '', /empty/],
  ['no text', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /no text in UTF-8/],
])('what is no feed but %s stays as it was', async (_, content, sentence) => {
  writeFileSync(at('feed.xml'), content)
  for (const dryRun of [true, false]) {
    const work = addToFeed(asked({ dryRun }))
    await expect(work).rejects.toMatchObject({ code: 'file-kind-unknown' })
    await expect(work).rejects.toThrow(sentence)
  }
  expect(readFileSync(at('feed.xml'))).toEqual(Buffer.from(content))
})

test('an encoding that the feed declares is read, and a link to it stays one', async () => {
  const old =
    '<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><title>Caf\xe9</title></channel></rss>'
  writeFileSync(at('real.xml'), Buffer.from(old, 'latin1'))
  symlinkSync(at('real.xml'), at('feed.xml'))
  await addToFeed(asked())
  expect(findInFeed(readFileSync(at('real.xml'), 'utf8'), '//channel/title')).toEqual(['Café'])
})

test('files without an address, or of no kind that players know, are refused', async () => {
  for (const more of [
    { audio: join(root, 'away.mp3') },
    { transcript: join(root, 'away.vtt') },
    { chapters: at('feed.xml') },
    { audio: at('feed.xml') },
  ])
    await expect(addToFeed(asked(more))).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(addToFeed(asked({ audio: at('talk.aiff') }))).rejects.toMatchObject({
    code: 'file-kind-unknown',
  })
  const { notes } = await addToFeed(asked({ cover: join(root, 'away.png'), series: 'Named' }))
  expect(notes).toEqual([expect.stringContaining('no picture')])
  expect(find('//itunes:image')).toEqual([])
})
