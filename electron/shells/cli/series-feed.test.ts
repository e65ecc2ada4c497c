import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findInFeed } from '../../../test/harness/feeds.ts'
import { createSpeaking, type Speaking, speaks } from '../../../test/harness/speaking.ts'

const main = join(import.meta.dirname, 'main.ts')
let speaking: Speaking
let home: string
let calls: () => string[]
let series: string
beforeAll(async () => {
  speaking = createSpeaking()
  const command = speaking.command(speaks)
  home = command.home
  calls = command.calls
  // The studio's own folder within the home that MORSEL_HOME names.
  mkdirSync(join(home, '.studio'))
  renameSync(join(home, 'speech-engines.json'), join(home, '.studio', 'speech-engines.json'))
  const fence =
    '```podcast\nvoices: { Ana: "mine:v" }\n---\n# Opening {picture: cut.png}\nAna: Hello there.\n```\n'
  // Its head alone says that it is a picture.
  const picture = readFileSync(join(import.meta.dirname, '../../../resources/sample/media/one-report.png'))
  writeFileSync(join(home, 'cut.png'), picture.subarray(0, 200))
  writeFileSync(
    join(home, 'talks.md'),
    `---\ntitle: Talks\n---\n\n## Value before price {#value}\n\n${fence}`,
  )
  await morsel('new', 'Talks.morsel')
  await morsel('import', 'Talks.morsel', 'talks.md')
  const listed = JSON.parse((await morsel('list', 'Talks.morsel', '--json')).stdout) as {
    series: { id: string; modules: string[] }[]
  }
  series = listed.series.find(({ modules }) => modules.length > 0)?.id ?? ''
}, 60_000)
afterAll(() => speaking.dispose())

function morsel(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const options = { cwd: home, env: { ...process.env, MORSEL_HOME: home } }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], options, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}
const site = ['--site', 'https://example.org/talks/']

test('a series is rendered on the way and written with its feed; the project holds what was rendered', async () => {
  const words = ['podcast-feed', 'Talks.morsel', '--series', series, '--out', 'feed', ...site]
  const made = await morsel(...words, '--json')
  expect(made).toMatchObject({ code: 0 })
  const object = JSON.parse(made.stdout) as Record<string, unknown>
  expect(object).toMatchObject({
    file: join(home, 'feed', 'feed.xml'),
    url: 'https://example.org/talks/feed.xml',
    episodes: [{ title: 'Value before price', outcome: 'written' }],
  })
  expect(object).not.toHaveProperty('rendered')
  expect(object['notes']).toContainEqual(
    expect.stringMatching(
      /^Value before price: The picture of the chapter “Opening” was left out: it is damaged/,
    ),
  )
  const feed = readFileSync(join(home, 'feed', 'feed.xml'), 'utf8')
  const audio = join(home, 'feed', 'talks.value.mp3')
  expect(findInFeed(feed, '//enclosure/@length')).toEqual([String(statSync(audio).size)])
  const spoken = calls().length
  expect(spoken).toBeGreaterThan(0)

  // The step holds its episode now: checks have nothing against it, and nothing is made again.
  const checked = await morsel('check', 'Talks.morsel', '--json')
  expect(checked.stdout).not.toContain('podcast-not-rendered')
  const again = await morsel(...words)
  expect(again).toMatchObject({ code: 0, stdout: '' })
  expect(again.stderr).toContain('https://example.org/talks/feed.xml')
  expect(calls()).toHaveLength(spoken)
}, 120_000)

test('what is missing is told of before anything is done', async () => {
  for (const [words, sentence] of [
    [['--out', 'other', ...site], '--series is missing.'],
    [['--series', series, ...site], '--out is missing.'],
    [['--series', series, '--out', 'other'], '--site is the address'],
    [['--series', series, '--out', 'other', '--site', 'here'], '--site is the address'],
  ] as const) {
    const refused = await morsel('podcast-feed', 'Talks.morsel', ...words)
    expect(refused).toMatchObject({ code: 2 })
    expect(refused.stderr).toContain(sentence)
  }
  expect(existsSync(join(home, 'other'))).toBe(false)
}, 60_000)
