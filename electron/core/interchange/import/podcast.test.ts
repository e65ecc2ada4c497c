import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importBench, resultOf } from '../../../../test/harness/imports.ts'
import { media } from '../../../../test/harness/media.ts'
import { emptyChange } from '../../../../shared/model/change.ts'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import type { ProjectAccess } from '../../domains.ts'
import { exportModuleSource } from '../export/export-module.ts'

const words = (text: string) => text.split(' ')
const tone = (name: string, hertz: number) =>
  media(name, words(`-f lavfi -i sine=frequency=${hertz}:duration=0.5`))

let bench: ReturnType<typeof importBench>
beforeAll(() => {
  bench = importBench()
  const folder = join(bench.folder, 'source/media')
  mkdirSync(folder, { recursive: true })
  copyFileSync(tone('intro.wav', 300), join(folder, 'intro.wav'))
  copyFileSync(tone('bed.mp3', 400), join(folder, 'bed.mp3'))
  // As a recorder may name it: two blanks, and a narrow one that does not break.
  copyFileSync(tone('take.wav', 500), join(folder, 'my take.wav'))
  copyFileSync(
    media('two.png', words('-f lavfi -i color=c=navy:s=64x64 -frames:v 1')),
    join(folder, 'two.png'),
  )
  copyFileSync(
    media('one.png', words('-f lavfi -i color=c=teal:s=64x64 -frames:v 1')),
    join(folder, 'one.png'),
  )
})
afterAll(() => bench.dispose())

const source = (settings: string, said: string) =>
  `---\ntitle: Talks\n---\n## The same, to listen to {#listen alternatives=a}\n\nFirst.\n\n\`\`\`podcast\n${settings}---\n${said}\`\`\`\n`
const whole = source(
  `voices: { Ana: en }
music: { intro: media/intro.wav, bed: media/bed.mp3, level: -3 }
cover: media/one.png
denoise: true
listen: 80
download: true
bitrate: 192
rate: 44100
`,
  `# Opening {picture: media/two.png}
Ana: Hello. <!-- from talks.why 0a1b -->
[clip media/my take.wav {from: 0.1, gain: -3} | Ana: Recorded.] <!-- from talks.why 0a1c -->
`,
)

function stepOf(project: ProjectAccess): PodcastStep {
  const step = project.require('step', 'talks.listen')
  if (step.kind !== 'podcast') throw new Error('No podcast')
  return step
}
const named = (project: ProjectAccess, name: string) =>
  project.recordsOf('asset').find((asset) => asset.name === name)?.id

test('a podcast is taken in with its media and settings', async () => {
  const project = bench.newProject()
  const result = await bench.take(project, bench.write('source/whole.md', whole))
  expect(result.report).toEqual([])
  expect(result.imported).toMatchObject({ steps: 1, assets: 5 })
  const step = stepOf(project)
  expect(step).toMatchObject({
    intro: [{ children: [{ text: 'First.' }] }],
    episode: null,
    mustListen: 80,
    mayDownload: true,
    bitrate: 192,
    sampleRate: 44_100,
  })
  expect(step.script).toMatchObject({
    title: '',
    cover: named(project, 'one.png'),
    music: { intro: named(project, 'intro.wav'), bed: named(project, 'bed.mp3'), level: -3 },
    denoise: true,
  })
  expect(step.script.chapters[0]?.picture).toBe(named(project, 'two.png'))
  expect(step.script.chapters[0]?.lines).toMatchObject([
    { place: 1, kind: 'speech', source: { step: 'talks.why', hash: '0a1b' } },
    { place: 2, kind: 'clip', file: named(project, 'my take.wav'), edit: { start: 0.1, gain: -3 } },
  ])
})

test('it is exported with what it is made of and without what was made, and comes back the same', async () => {
  const project = bench.newProject()
  const path = bench.write('source/whole.md', whole)
  await bench.take(project, path)
  const finished = await resultOf(bench.media.takeFile(project, tone('finished.mp3', 600)))
  const before = stepOf(project)
  const levels = { loudness: -16, range: 3, peak: -1 }
  const episode = {
    audio: finished.id,
    madeFrom: 'x',
    seconds: 0.5,
    chapters: [],
    cues: [],
    before: levels,
    after: levels,
  }
  const rendered: PodcastStep = { ...before, episode }
  project.commit({
    label: 'Render',
    change: {
      ...emptyChange(),
      added: { [finished.id]: finished },
      updated: { [before.id]: [before, rendered] },
    },
  })
  // Two blanks in a row, which no script can say.
  const take = project.require('asset', named(project, 'my take.wav') ?? '')
  project.commit({
    label: 'Rename',
    change: { ...emptyChange(), updated: { [take.id]: [take, { ...take, name: 'my\u202f  take|1.wav' }] } },
  })
  const out = join(bench.folder, 'out')
  const { file } = await resultOf(exportModuleSource({ project, module: 'talks', out }))
  const files = ['bed.mp3', 'intro.wav', 'my take-1.wav', 'one.png', 'two.png']
  expect(readdirSync(join(out, 'media')).sort()).toEqual(files)

  const other = bench.newProject()
  expect((await bench.take(other, file)).report).toEqual([])
  expect(stepOf(other)).toEqual(before)

  const again = await bench.take(project, file)
  expect(again).toMatchObject({ created: [], report: [] })
  expect(stepOf(project)).toEqual(rendered)
})

test('what is missing or of another kind is reported on its line, and the rest is there', async () => {
  const project = bench.newProject()
  const path = bench.write(
    'source/bad.md',
    source(
      'voices: { Ana: en }\nmusic:\n  intro: media/none.wav\n  bed: media/one.png\ncover: media/bed.mp3\n',
      'Ana: Hello.\n[clip ../away.wav | Ana: Said anyway.]\n[clip media/none.wav]\n# B {picture: media/bed.mp3}\nAna: B.\n',
    ),
  )
  const { report, imported } = await bench.take(project, path)
  expect(imported.assets).toBe(0)
  expect(report.map(({ place, found, outcome }) => [place, found, outcome])).toEqual([
    ['line 11', 'media/none.wav', 'left-out'],
    ['line 12', 'media/one.png', 'left-out'],
    ['line 13', 'media/bed.mp3', 'left-out'],
    ['line 16', '../away.wav', 'left-out'],
    ['line 16', 'Ana: Said anyway.', 'changed'],
    ['line 17', 'media/none.wav', 'left-out'],
    ['line 18', 'media/bed.mp3', 'left-out'],
  ])
  expect(stepOf(project).script).toMatchObject({
    music: { intro: null, bed: null },
    cover: null,
    chapters: [{ lines: [{ text: 'Hello.' }, { kind: 'speech', text: 'Said anyway.' }] }, { title: 'B' }],
  })
})
