import { execFile } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findInFeed } from '../../../test/harness/feeds.ts'
import { media } from '../../../test/harness/media.ts'
import { createSpeaking, type Speaking, speaks } from '../../../test/harness/speaking.ts'

const main = join(import.meta.dirname, 'main.ts')
let speaking: Speaking
let home: string
beforeAll(() => {
  speaking = createSpeaking()
  home = speaking.command(speaks).home
  // The studio's own folder within the home that MORSEL_HOME names.
  mkdirSync(join(home, '.studio'))
  renameSync(join(home, 'speech-engines.json'), join(home, '.studio', 'speech-engines.json'))
  writeFileSync(
    join(home, 'talk.md'),
    'title: Value before price\nvoices: { Ana: "mine:v" }\ncover: art/cover.png\n---\n# Opening {picture: art/one.png}\nAna: Hello there.\n# Two {picture: art/none.png}\nAna: Bye.\n# Three {picture: talk.md}\nAna: Bye.\n',
  )
  mkdirSync(join(home, 'art'))
  for (const color of ['cover', 'one'])
    copyFileSync(
      media(`${color}.png`, ['-f', 'lavfi', '-i', 'color=c=teal:s=64x64', '-frames:v', '1']),
      join(home, 'art', `${color}.png`),
    )
})
afterAll(() => speaking.dispose())

function podcast(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const options = { cwd: home, env: { ...process.env, MORSEL_HOME: home } }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, 'podcast', 'talk.md', ...words], options, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}
const toFeed = ['--feed', 'feed.xml', '--site', 'https://example.org/talks/']

test('an episode goes into the feed beside it, and stays the same one when it is made again', async () => {
  const sidecars = ['--transcript', 'talk.vtt', '--chapters', 'talk.json']
  const made = await podcast('talk.mp3', ...sidecars, ...toFeed, '--series', 'Selling', '--json')
  expect(made).toMatchObject({ code: 0 })
  type Answer = { feed: Record<string, unknown>; seconds: number; notes: string[] }
  const { feed, seconds, notes } = JSON.parse(made.stdout) as Answer
  expect(feed).toMatchObject({ file: join(home, 'feed.xml'), url: 'https://example.org/talks/talk.mp3' })
  const find = (path: string) => findInFeed(readFileSync(join(home, 'feed.xml'), 'utf8'), path)
  expect(find('/rss/channel/title')).toEqual(['Selling'])
  expect(find('//enclosure/@length')).toEqual([String(statSync(join(home, 'talk.mp3')).size)])
  expect(find('//itunes:duration')).toEqual([String(Math.round(seconds))])
  expect(find('//podcast:transcript/@url')).toEqual(['https://example.org/talks/talk.vtt'])
  expect(find('//podcast:chapters/@url')).toEqual(['https://example.org/talks/talk.json'])

  // A chapter's picture has an address as the cover has, and what is none is told of.
  const { chapters } = JSON.parse(readFileSync(join(home, 'talk.json'), 'utf8')) as {
    chapters: { img?: string }[]
  }
  const [own, cover] = ['one', 'cover'].map((name) => `https://example.org/talks/art/${name}.png`)
  expect(chapters.map(({ img }) => img)).toEqual([own, cover, cover])
  expect(made.stderr).toContain('picture of “Two”: art/none.png')
  const sentence = 'The picture of the chapter “Three” was left out: it is no PNG, JPEG, GIF or WebP picture.'
  expect(notes).toEqual([sentence])
  expect(made.stderr).toContain(sentence)

  const again = await podcast('talk.mp3', ...toFeed, '--overwrite')
  expect(again).toMatchObject({ code: 0, stdout: '' })
  expect(again.stderr).toContain('https://example.org/talks/talk.mp3')
  expect(find('//item/guid')).toEqual([feed.guid])
  expect(find('/rss/channel/title')).toEqual(['Selling'])
  expect(find('//podcast:transcript')).toEqual([])
}, 60_000)

test('a feed that cannot be had is told of before anything is spoken', async () => {
  const noFeed = await podcast('other.mp3', '--feed', 'talk.md', '--site', 'https://example.org')
  expect(noFeed).toMatchObject({ code: 34 })
  expect(noFeed.stderr).toContain('leaves a file that is none as it was')
  expect(existsSync(join(home, 'other.mp3'))).toBe(false)
  for (const [words, sentence] of [
    [['--feed', 'feed.xml'], '--site is the address'],
    [['--feed', 'feed.xml', '--site', 'here'], '--site is the address'],
    [['--series', 'Selling'], '--feed is missing'],
  ] as const) {
    const refused = await podcast('other.mp3', ...words)
    expect(refused).toMatchObject({ code: 2 })
    expect(refused.stderr).toContain(sentence)
  }
})
