import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { framesOf, media, numberedVideo } from '../harness/media.ts'
import { hasEspeak, withoutEspeak } from '../harness/speaks.ts'
import { failure, finish, openStudio, type StudioBench, transports } from './harness.ts'

describe.each(transports)('media operations, %s', (transport) => {
  let studio: StudioBench
  let project: string
  let video: string
  beforeAll(async () => {
    studio = await openStudio(transport)
    project = (await studio.client.project.create({ title: 'Media' })).project
    video = numberedVideo({ seconds: 4 })
  })
  afterAll(() => studio.close())

  test('importFile copies, measures and saves one change that can be undone and redone', async () => {
    const { result, progress } = await finish(studio.client.media.importFile({ project, path: video }))
    expect(result).toMatchObject({
      type: 'asset',
      name: 'numbered.mp4',
      kind: 'video',
      mediaType: 'video/mp4',
      width: 320,
      height: 180,
      seconds: 4,
      framesPerSecond: 30,
      playable: true,
      bytes: readFileSync(video).length,
    })
    expect(result.id).toBe(`asset.${result.sha256.slice(0, 16)}`)
    expect(progress.length).toBeGreaterThan(0)
    const assets = async () => (await studio.client.project.list({ project })).assets
    expect(await assets()).toHaveLength(1)
    const undone = await studio.client.project.undo({ project })
    expect(undone?.redo).toBe('Import numbered.mp4')
    expect(await assets()).toEqual([])
    await studio.client.project.redo({ project })
    const again = await finish(studio.client.media.importFile({ project, path: video }))
    expect(again.result).toEqual(result)
    expect(await assets()).toHaveLength(1)
  })

  test('importFile says what is wrong with a file and leaves nothing', async () => {
    const folder = join(studio.folder, 'a folder')
    mkdirSync(folder, { recursive: true })
    const empty = join(studio.folder, 'empty.mp4')
    writeFileSync(empty, '')
    const noise = join(studio.folder, 'noise.mp4')
    writeFileSync(noise, Buffer.alloc(5000, 'noise'))
    const letter = join(studio.folder, 'letter.txt')
    writeFileSync(letter, 'Dear all')
    const drawing = join(studio.folder, 'logo.png')
    writeFileSync(drawing, '<svg xmlns="http://www.w3.org/2000/svg"/>')
    for (const [path, code] of [
      [folder, 'file-unreadable'],
      [empty, 'file-empty'],
      [noise, 'media-damaged'],
      [letter, 'file-kind-unknown'],
      [drawing, 'unsupported'],
      [join(studio.folder, 'absent.mp4'), 'file-missing'],
    ] as const) {
      const error = await failure(finish(studio.client.media.importFile({ project, path })))
      expect(error, path).toMatchObject({ code, defined: true })
      expect(error.message).toMatch(/\.$/)
    }
    expect((await studio.client.project.list({ project })).assets).toHaveLength(1)
  })

  test('convert makes a copy that browsers play', async () => {
    const path = media('old.avi', '-f lavfi -i testsrc2=s=160x90:r=10:d=1 -c:v mpeg4 -f avi'.split(' '))
    const { result: old } = await finish(studio.client.media.importFile({ project, path }))
    expect(old).toMatchObject({ extension: 'avi', playable: false })
    const { result } = await finish(studio.client.media.convert({ project, asset: old.id }))
    expect(result).toMatchObject({ name: 'old.mp4', extension: 'mp4', playable: true, width: 160 })
    expect((await studio.client.project.undo({ project }))?.redo).toBe('Convert old.avi')
  })

  test('trim cuts to the frame, and refuses what lies outside or is taken', async () => {
    const output = join(studio.folder, 'cut.mp4')
    const ranges = [{ start: 1.5, end: 2.5 }]
    const { result } = await finish(studio.client.media.trim({ input: video, output, ranges, mode: 'exact' }))
    expect(result).toEqual({ file: output, mode: 'exact', seconds: 1, start: 1.5, end: 2.5, reencoded: true })
    const numbers = framesOf(output).map(({ number }) => number)
    expect([numbers[0], numbers.at(-1), numbers.length]).toEqual([45, 74, 30])

    const taken = await failure(
      finish(studio.client.media.trim({ input: video, output, ranges, mode: 'exact' })),
    )
    expect(taken).toMatchObject({ code: 'file-exists', defined: true })
    const other = join(studio.folder, 'other.mp4')
    const outside = [{ start: 3, end: 9 }]
    const refused = await failure(
      finish(studio.client.media.trim({ input: video, output: other, ranges: outside, mode: 'exact' })),
    )
    expect(refused).toMatchObject({ code: 'range-invalid', defined: true })
    expect(refused.message).toContain(
      '0:03.000 to 0:09.000 lies outside the recording, which ends at 0:04.000',
    )
    expect(existsSync(other)).toBe(false)
  })

  const readScript = () => {
    const script = join(studio.folder, 'script.md')
    writeFileSync(script, 'voices: { Ana: en }\n---\n# One\nAna: Hello there.\n[clip gone.wav]\n')
    return studio.client.interchange.readPodcast({ path: script })
  }

  test('podcast says which voice is not there, or that nothing speaks here', async () => {
    const { script, files, report } = await readScript()
    expect(report).toMatchObject([{ place: 'line 5', outcome: 'left-out' }])
    const klingon = { ...script, speakers: [{ name: 'Ana', voice: 'klingon-x', speed: 1 }] }
    const outputs = [join(studio.folder, 'never.m4a')]
    const error = await failure(finish(studio.client.media.podcast({ script: klingon, files, outputs })))
    expect(error).toMatchObject({ code: hasEspeak ? 'voice-unknown' : 'no-speech-engine', defined: true })
    expect(existsSync(outputs[0] ?? '')).toBe(false)
  })

  test.skipIf(!hasEspeak)(
    `podcast makes a script into an episode${hasEspeak ? '' : ` (${withoutEspeak})`}`,
    async () => {
      const { script, files } = await readScript()
      const output = join(studio.folder, 'episode.m4a')
      const job = { script, files, outputs: [output] }
      const { result, progress } = await finish(studio.client.media.podcast(job))
      expect(result).toMatchObject({ chapters: 1, cues: 1, files: [{ file: output }] })
      expect(existsSync(output)).toBe(true)
      expect(progress.length).toBeGreaterThan(2)
      expect((await failure(finish(studio.client.media.podcast(job)))).code).toBe('file-exists')
    },
  )

  test('voices lists who can speak here, and how to get more', async () => {
    const { engines, missing } = await studio.client.media.voices()
    expect(engines.some(({ name }) => name === 'espeak-ng')).toBe(hasEspeak)
    for (const { voices } of engines) expect(voices.length).toBeGreaterThan(0)
    for (const { howToGet } of missing) expect(howToGet).toMatch(/\.$/)
  })

  /** A podcast step, as a module's source brings it. */
  async function podcastStep(voice: string): Promise<string> {
    const source = join(studio.folder, `${voice}.md`)
    const script = `voices: { Ana: ${voice} }\n---\n# One\nAna: Hello there.`
    writeFileSync(source, `---\ntitle: Talk ${voice}\n---\n\n## Listen\n\n\`\`\`podcast\n${script}\n\`\`\`\n`)
    const { result } = await finish(studio.client.interchange.import({ project, paths: [source] }))
    const step = result.created.find(({ type }) => type === 'step')
    if (!step) throw new Error('No step was made')
    return step.id
  }

  test('layOutPodcast, renderPodcast and savePodcast say which voice is not there, or that nothing speaks here', async () => {
    const step = await podcastStep('nobody-here')
    const code = hasEspeak ? 'voice-unknown' : 'no-speech-engine'
    const { layOutPodcast, renderPodcast, savePodcast } = studio.client.media
    const out = join(studio.folder, 'nobody.m4a')
    const said = [
      () => finish(layOutPodcast({ project, step })),
      () => finish(renderPodcast({ project, step })),
      () => finish(savePodcast({ project, step, out })),
    ]
    for (const ask of said) expect(await failure(ask())).toMatchObject({ code, defined: true })
    expect(existsSync(out)).toBe(false)
  })

  test.skipIf(!hasEspeak)(
    `layOutPodcast tells where lines are heard, renderPodcast makes the episode${hasEspeak ? '' : ` (${withoutEspeak})`}`,
    async () => {
      const step = await podcastStep('en')
      const { result: laidOut } = await finish(studio.client.media.layOutPodcast({ project, step }))
      expect(laidOut.placed).toMatchObject([{ line: 1, kind: 'speech', speaker: 'Ana', start: 0 }])
      const { result } = await finish(studio.client.media.renderPodcast({ project, step }))
      expect(result.asset).toMatchObject({ kind: 'audio', name: 'Listen.mp3' })
      expect(result.episode).toMatchObject({ audio: result.asset.id, chapters: [{ start: 0, title: 'One' }] })
      expect((await studio.client.project.undo({ project }))?.redo).toBe('Render episode')
    },
  )

  test.skipIf(!hasEspeak)(
    `savePodcast makes the episode as a file of its own${hasEspeak ? '' : ` (${withoutEspeak})`}`,
    async () => {
      const step = await podcastStep('en-us')
      const out = join(studio.folder, 'taken out.opus')
      const [transcript, chapters] = ['taken out.txt', 'taken out.json'].map((name) =>
        join(studio.folder, name),
      )
      const job = { project, step, out, transcript, chapters }
      const { result, progress } = await finish(studio.client.media.savePodcast(job))
      expect(result).toMatchObject({ chapters: 1, cues: 1, files: [{ file: out }] })
      expect(progress.length).toBeGreaterThan(2)
      expect(readFileSync(transcript ?? '', 'utf8')).toContain('Hello there.')
      expect(await failure(finish(studio.client.media.savePodcast(job)))).toMatchObject({
        code: 'file-exists',
        defined: true,
      })
      const again = await finish(studio.client.media.savePodcast({ ...job, overwrite: true }))
      expect(again.result.files).toEqual(result.files)
    },
  )
})
