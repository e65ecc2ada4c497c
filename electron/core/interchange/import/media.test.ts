import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importBench } from '../../../../test/harness/imports.ts'
import { media, numberedVideo } from '../../../../test/harness/media.ts'

let bench: ReturnType<typeof importBench>
beforeAll(() => {
  bench = importBench()
  const folder = join(bench.folder, 'source/media')
  mkdirSync(folder, { recursive: true })
  copyFileSync(numberedVideo({ seconds: 4 }), join(folder, 'call.mp4'))
  copyFileSync(
    media('one.png', '-f lavfi -i color=c=teal:s=64x48 -frames:v 1'.split(' ')),
    join(folder, 'one two.png'),
  )
  bench.write(
    'source/media/call.en.vtt',
    'WEBVTT\n\n00:00.000 --> 00:01.000\nOne.\n\n00:01.000 --> 00:02.000\nTwo.\n',
  )
  bench.write('source/media/broken.png', 'this is no picture')
  bench.write('outside/secret.png', 'outside')
  symlinkSync(join(bench.folder, 'outside/secret.png'), join(folder, 'link.png'))
  symlinkSync(join(bench.folder, 'outside'), join(folder, 'linked'))
})
afterAll(() => bench.dispose())

test('pictures, a trimmed video and its captions are taken in, measured and counted', async () => {
  const project = bench.newProject()
  const path = bench.write(
    'source/whole.md',
    `---
title: Whole
---
## Page {#page}

Look: ![Teal](media/one%20two.png) and ![](<media/one two.png>)

## Watch {#watch}

Before.

\`\`\`video
src: media/call.mp4
keep: [0:00.500-0:02, 3-9]
captions: media/call.en.vtt
poster: 1.25
volume: 3
\`\`\`

After.
`,
  )
  const result = await bench.take(project, path)
  expect(result.imported).toEqual({
    modules: 1,
    steps: 2,
    questions: 0,
    scenes: 0,
    panels: 0,
    cues: 2,
    assets: 3,
  })
  const [image, video, captions] = ['image', 'video', 'captions'].map((kind) =>
    project.recordsOf('asset').find((asset) => asset.kind === kind),
  )
  expect(image).toMatchObject({ name: 'one two.png', width: 64, height: 48 })
  expect(project.require('step', 'whole.page')).toMatchObject({
    body: [
      { type: 'paragraph', children: [{ type: 'text', text: 'Look:' }] },
      { type: 'image', asset: image?.id, alt: 'Teal', decorative: false },
      { type: 'paragraph', children: [{ type: 'text', text: 'and' }] },
      { type: 'image', asset: image?.id, alt: '', decorative: true },
    ],
  })
  expect(project.require('step', 'whole.watch')).toMatchObject({
    kind: 'video',
    intro: [{ children: [{ text: 'Before.' }] }, { children: [{ text: 'After.' }] }],
    asset: video?.id,
    captions: captions?.id,
    keep: [
      { start: 0.5, end: 2 },
      { start: 3, end: 4 },
    ],
    poster: 1.25,
  })
  expect(result.report.map(({ place, found, outcome }) => [place, found, outcome])).toEqual([
    ['line 14', 'keep: 0:03-0:09', 'changed'],
    ['line 17', 'volume:', 'left-out'],
  ])
})

test('media that are missing, elsewhere, damaged or of another kind are reported, and the step is made without', async () => {
  const project = bench.newProject()
  const references = [
    'media/absent.png',
    '../outside/secret.png',
    'media/../../outside/secret.png',
    'media/%2e%2e/%2e%2e/outside/secret.png',
    String.raw`media\..\..\outside\secret.png`,
    join(bench.folder, 'outside/secret.png'),
    'C:/secret.png',
    'file:///etc/hosts',
    'https://example.com/a.png',
    '//example.com/a.png',
    'data:image/png;base64,AAAA',
    'media/link.png',
    'media/linked/secret.png',
    'media/broken.png',
    'media/call.mp4',
    'media',
  ]
  const pictures = references.map((reference) => `![x](<${reference.replaceAll('\\', '\\\\')}>)`).join('\n\n')
  const path = bench.write(
    'source/bad.md',
    `---\ntitle: Bad\n---\n## Page\n\n${pictures}\n\nText.\n\n## Watch\n\n\`\`\`video\nsrc: media/one two.png\ncaptions: media/absent.vtt\n\`\`\`\n`,
  )
  const { report, imported } = await bench.take(project, path)
  expect(imported).toMatchObject({ steps: 2, assets: 0 })
  expect(report).toHaveLength(references.length + 2)
  for (const { outcome, message, place } of report) {
    expect(outcome).toBe('left-out')
    expect(message).toMatch(/\.$/)
    expect(place).toMatch(/^line \d+$/)
  }
  expect(project.require('step', 'bad.page')).toMatchObject({
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Text.' }] }],
  })
  expect(project.require('step', 'bad.watch')).toMatchObject({ asset: null, captions: null })
  expect(project.recordsOf('asset')).toEqual([])
})
