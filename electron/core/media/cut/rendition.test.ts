import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { framesOf, media as made, numberedVideo, probed } from '../../../../test/harness/media.ts'
import { temporaryProjects } from '../../../../test/harness/projects.ts'
import { failureOf, run } from '../../../../test/harness/work.ts'
import type { Asset } from '../../../../shared/model/asset.ts'
import type { ProjectAccess, StoredFile } from '../../domains.ts'
import { createMedia } from '../media.ts'

const { projects, folder, dispose } = temporaryProjects()
afterAll(dispose)
const media = createMedia({ ffmpeg: process.env.MORSEL_FFMPEG ?? null, paths: { resources: folder } })

let project: ProjectAccess
let count = 0
beforeEach(() => {
  project = projects.get(projects.create({ title: `Rendition ${count++}` }).project)
})
const take = async (path: string) => (await run(media.takeFile(project, path))).result
const rendition = async (asset: Asset, ...ranges: [number, number][]) => {
  const wanted = ranges.map(([start, end]) => ({ start, end }))
  return (await run(media.rendition(project, asset, wanted))).result
}
const stored = () => readdirSync(join(project.path, 'media'))
const pathOf = (file: StoredFile) => project.filePath(file)
const words = (text: string) => text.split(' ')

describe('renditions', () => {
  it('are the original itself when nothing is cut and browsers play it', async () => {
    const asset = await take(numberedVideo({ seconds: 4 }))
    expect((await rendition(asset)).sha256).toBe(asset.sha256)
    expect(stored()).toHaveLength(1)
  })

  it('are cut once, then remembered, also over a restart', async () => {
    const asset = await take(numberedVideo({ seconds: 4 }))
    const first = await rendition(asset, [1, 2])
    expect(framesOf(pathOf(first)).map(({ number }) => number)[0]).toBe(30)
    const { progress } = await run(media.rendition(project, asset, [{ start: 1.0004, end: 2 }]))
    expect(progress).toEqual([])
    const { path, handle } = project
    projects.close(handle)
    project = projects.get(projects.open(path).project)
    expect(await rendition(asset, [1, 2])).toEqual(first)
    expect((await rendition(asset, [1, 2.5])).sha256).not.toBe(first.sha256)
    expect(stored()).toHaveLength(3)
  })

  it('are cut again when their file was lost', async () => {
    const asset = await take(numberedVideo({ seconds: 4 }))
    const first = await rendition(asset, [1, 2])
    rmSync(pathOf(first))
    const again = await rendition(asset, [1, 2])
    expect(stored()).toContain(`${again.sha256}.mp4`)
  })

  it('only change the container where the pictures are fit for every browser', async () => {
    const coding = '-c:v libx264 -pix_fmt yuv420p -c:a aac -metadata title=secret'
    const source = words(`-f lavfi -i testsrc2=s=320x180:r=10:d=2 -f lavfi -i sine=d=2 ${coding}`)
    const path = made('recording.mkv', source)
    const asset = await take(path)
    expect(asset.playable).toBe(false)
    const file = await rendition(asset)
    expect(file.extension).toBe('mp4')
    const sizes = (name: string) =>
      probed(name, words('-select_streams v:0 -show_entries packet=size')).map(([size]) => size)
    // A stream's first packet carries the encoder's name in one container and not in the other.
    expect(sizes(pathOf(file)).slice(1)).toEqual(sizes(path).slice(1))
    expect(readFileSync(pathOf(file)).includes('secret')).toBe(false)
  })

  it('of sound are sound', async () => {
    const asset = await take(made('old.wav', words('-f lavfi -i sine=d=2 -c:a adpcm_ima_wav')))
    expect(asset).toMatchObject({ kind: 'audio', playable: false })
    const file = await rendition(asset)
    expect([file.extension, probed(pathOf(file), ['-show_entries', 'stream=codec_name'])]).toEqual([
      'm4a',
      [['aac']],
    ])
  })

  it('of pictures and captions are the files themselves', async () => {
    const captions = join(folder, 'talk.vtt')
    writeFileSync(captions, 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n')
    const asset = await take(captions)
    expect((await rendition(asset)).sha256).toBe(asset.sha256)
  })

  it('outside the recording are refused, and cancelled ones leave nothing', async () => {
    const asset = await take(numberedVideo({ seconds: 4 }))
    expect((await failureOf(rendition(asset, [3, 9]))).code).toBe('range-invalid')
    const controller = new AbortController()
    const work = media.rendition(project, asset, [{ start: 0, end: 3 }], controller.signal)
    await work.next()
    controller.abort()
    expect((await failureOf(run(work))).code).toBe('cancelled')
    expect(stored()).toHaveLength(1)
  })
})

describe('a frame', () => {
  const numberOf = async (asset: Asset, seconds: number) => {
    const file = await media.frame(project, asset, seconds)
    return framesOf(pathOf(file))[0]?.number
  }

  it('is the one on screen at that moment', { timeout: 60_000 }, async () => {
    const asset = await take(numberedVideo({ seconds: 4 }))
    const moments = [0, 0.033, 0.034, 0.066, 0.067, 1.5, 1.52, 3.967, 4]
    const numbers: (number | undefined)[] = []
    for (const moment of moments) numbers.push(await numberOf(asset, moment))
    expect(numbers).toEqual([0, 1, 1, 1, 2, 45, 45, 119, 119])
  })

  it('is found where there is no index to lead to it', async () => {
    const asset = await take(numberedVideo({ name: 'camera.ts', seconds: 4, hasSound: false }))
    expect(await numberOf(asset, 1.5)).toBe(45)
    expect(await numberOf(asset, 4)).toBe(119)
  })

  it('is drawn once', async () => {
    const asset = await take(numberedVideo({ seconds: 4 }))
    const first = await media.frame(project, asset, 1)
    expect(first.extension).toBe('jpg')
    expect(await media.frame(project, asset, 1.0004)).toEqual(first)
    expect(stored()).toHaveLength(2)
  })

  it('outside the recording is none, and sound has none', async () => {
    const asset = await take(numberedVideo({ seconds: 4 }))
    expect((await failureOf(media.frame(project, asset, 9))).message).toMatch(
      /There is no frame at 0:09\.000, the recording ends at 0:04\.0\d\d\./,
    )
    const sound = await take(made('tone.mp3', words('-f lavfi -i sine=d=2 -c:a libmp3lame')))
    expect((await failureOf(media.frame(project, sound, 1))).code).toBe('media-damaged')
  })
})
