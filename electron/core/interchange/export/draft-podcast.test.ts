import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importBench, resultOf } from '../../../../test/harness/imports.ts'
import { media } from '../../../../test/harness/media.ts'
import { failureOf } from '../../../../test/harness/work.ts'
import { readPodcast } from '../podcast-script/read-podcast.ts'
import { exportPodcastDraft } from './draft-podcast.ts'

let bench: ReturnType<typeof importBench>
beforeAll(() => {
  bench = importBench()
  const folder = join(bench.folder, 'source/media')
  mkdirSync(folder, { recursive: true })
  const picture = media('hive.png', '-f lavfi -i color=c=teal:s=64x64 -frames:v 1'.split(' '))
  for (const name of ['hive, {open}.png', 'second.png']) copyFileSync(picture, join(folder, name))
})
afterAll(() => bench.dispose())

const source = `---
title: Bees
---
## Why bees {#why}

Honey keeps.

![An open hive](<media/hive, {open}.png>)

## No picture {#none}

Nothing is shown.
`

test('a draft is written beside the pictures of its chapters, and is read with them', async () => {
  const project = bench.newProject()
  const taken = await bench.take(project, bench.write('source/bees.md', source))
  expect(taken.report).toEqual([])
  const out = join(bench.folder, 'draft')
  const written = await resultOf(exportPodcastDraft({ project, module: 'bees', out }))
  expect(written).toEqual({ file: join(out, 'podcast.md'), files: 2 })
  expect(readdirSync(join(out, 'media'))).toEqual(['hive, {open}.png'])
  expect(readFileSync(written.file, 'utf8')).toContain('# Why bees {picture: "media/hive, {open}.png"}\n')
  const { script, files, report } = await readPodcast(written.file)
  expect(report).toEqual([])
  expect(script.chapters.map(({ title, picture }) => [title, picture])).toEqual([
    [null, undefined],
    ['Why bees', 'media/hive, {open}.png'],
    ['No picture', undefined],
  ])
  expect(files).toEqual({ 'media/hive, {open}.png': join(out, 'media/hive, {open}.png') })

  const again = await failureOf(resultOf(exportPodcastDraft({ project, module: 'bees', out })))
  expect(again.code).toBe('file-exists')
  expect(existsSync(written.file)).toBe(true)
})

test('one that is cancelled leaves nothing', async () => {
  const project = bench.newProject()
  await bench.take(project, bench.write('source/bees.md', source))
  const out = join(bench.folder, 'cancelled')
  const work = exportPodcastDraft({ project, module: 'bees', out, signal: AbortSignal.abort() })
  expect((await failureOf(resultOf(work))).code).toBe('cancelled')
  expect(existsSync(out)).toBe(false)
})
