import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createMedia } from '../../electron/core/media/media.ts'
import { StudioError } from '../../shared/errors.ts'
import type { Asset } from '../../shared/model/asset.ts'
import { temporaryProjects } from '../harness/projects.ts'
import { run } from '../harness/work.ts'

/** Media with the oddities that people import. It has licences of its own and lies outside the project. */
const folder = join(
  process.env.MORSEL_CORPORA ?? fileURLToPath(new URL('../../../shared/corpora', import.meta.url)),
  'media',
)
const isThere = existsSync(join(folder, 'expected.csv'))
beforeEach((context) => {
  if (!isThere) context.skip(`the media corpus is not at ${folder} (MORSEL_CORPORA names another place)`)
})

const here = temporaryProjects()
afterAll(here.dispose)
const project = here.projects.get(here.projects.create({ title: 'Corpus' }).project)
const media = createMedia({ ffmpeg: process.env.MORSEL_FFMPEG ?? null, paths: { resources: folder } })

/** No file of the corpus may take longer: hostile ones must not hang the studio. */
const patience = 30_000

type Outcome = { asset: Asset | null; failure: StudioError | null }

async function take(path: string): Promise<Outcome> {
  try {
    const work = media.takeFile(project, join(folder, path), AbortSignal.timeout(patience))
    return { asset: (await run(work)).result, failure: null }
  } catch (error) {
    if (error instanceof StudioError) return { asset: null, failure: error }
    throw error
  }
}

const paths = isThere
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(md|csv)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  : ['the corpus']

describe('every file of the media corpus', () => {
  it.each(paths)(
    '%s is taken with facts, or refused in words',
    { timeout: patience + 5000 },
    async (path) => {
      const { asset, failure } = await take(path)
      if (failure) {
        expect(failure.code).not.toMatch(/internal|cancelled|ffmpeg/)
        expect(failure.message).toContain(basename(path))
        expect(failure.message).toMatch(/\.$/)
      } else {
        expect(asset?.bytes).toBe(readFileSync(join(folder, path)).length)
        if (asset?.kind === 'video' || asset?.kind === 'audio')
          expect(asset.seconds).toBeLessThanOrEqual(21_600)
      }
      const left = readdirSync(join(project.path, 'media')).filter((name) => name.startsWith('.'))
      expect(left).toEqual([])
    },
  )
})

type Facts = Partial<Omit<Asset, 'seconds'>> & { seconds?: number }

/** What Chromium 156 shows of these files, and whether it plays them. */
const known: Record<string, Facts> = {
  'audio/made/id3-chapters.mp3': { kind: 'audio', seconds: 20, playable: true },
  'audio/made/six-hours-silence.flac': { kind: 'audio', seconds: 21_600, playable: true },
  'audio/media3/100kB-garbage-prefix.mp3': { kind: 'audio', extension: 'mp3', playable: false },
  'audio/media3/bear-id3.mp3': { kind: 'audio', seconds: 2.7, width: null, playable: true },
  'audio/media3/bear_with_picture.flac': { kind: 'audio', seconds: 2.74, width: null, playable: true },
  'audio/media3/sample_ima_adpcm.wav': { kind: 'audio', seconds: 1.02, playable: false },
  'audio/mutagen/alac.m4a': { kind: 'audio', extension: 'm4a', playable: false },
  'audio/mutagen/truncated-64bit.mp4': { kind: 'audio', playable: false },
  'image/exif-rotated.jpg': { kind: 'image', width: 1200, height: 297 },
  'image/media3/london.jpg': { kind: 'image', width: 1020, height: 768 },
  'image/media3/non-motion-photo-shortened.jpg': { kind: 'image', width: 3024, height: 4032 },
  'video/made/prores.mov': { kind: 'video', extension: 'mov', width: 160, seconds: 1, playable: false },
  'video/media3/bear-vp9-odd-dimensions.webm': { extension: 'webm', width: 161, height: 121, playable: true },
  'video/media3/dolbyVision-hdr.MOV': { width: 720, height: 1280, seconds: 0.107, playable: false },
  'video/media3/h265_bframes.mp4': { width: 854, height: 480, seconds: 1, playable: false },
  'video/media3/hdr10-av1.mp4': { width: 720, height: 1280, seconds: 4.24, playable: true },
  'video/media3/long_1080p_lowbitrate.mp4': { width: 1920, seconds: 362.77, playable: true },
  'video/media3/sample.mkv': { extension: 'mkv', width: 1080, playable: false },
  'video/media3/sample_ac3.mp4': { kind: 'audio', extension: 'm4a', playable: false },
  'video/media3/sample_audio_only_15s.mp4': { kind: 'audio', seconds: 15.02, playable: true },
  'video/media3/sample_fragmented.mp4': { kind: 'video', seconds: 1.07, playable: true },
  'video/media3/sample_h264.ts': { kind: 'video', extension: 'ts', width: 854, seconds: 1, playable: false },
  'video/mediabunny/sar_2x1.mp4': { width: 1280, height: 360, seconds: 5, playable: true },
  'video/moodle-logo.mp4': { width: 204, height: 61, seconds: 11, framesPerSecond: 1, playable: true },
  'video/moodle-test.mov': { extension: 'mov', width: 640, height: 360, seconds: 1.01, playable: true },
}

const refused: Record<string, string> = {
  'audio/mutagen/emptyfile.mp3': 'file-empty',
  'audio/mutagen/ooming-header.flac': 'media-damaged',
  'audio/mutagen/too-short.mp3': 'media-damaged',
  'audio/mutagen/nero-chapters.m4b': 'media-damaged',
  'image/media3/sample_still_photo.heic': 'unsupported',
  'image/svg/testimage.svg': 'unsupported',
  'image/svg/testimage_error.svg': 'unsupported',
  'video/made/truncated-no-moov.mp4': 'media-damaged',
}

describe('known files of the media corpus', () => {
  it.each(Object.entries(known))('%s has the facts a browser shows', async (path, { seconds, ...facts }) => {
    const { asset } = await take(path)
    expect(asset).toMatchObject(facts)
    if (seconds) expect(Math.abs((asset?.seconds ?? 0) - seconds)).toBeLessThan(0.06)
  })

  it.each(Object.entries(refused))('%s is refused: %s', async (path, code) => {
    expect((await take(path)).failure?.code).toBe(code)
  })

  it.each([
    'video/media3/dolbyVision-hdr.MOV',
    'video/media3/sample_android_slow_motion.mp4',
    'video/media3/sample_edit_list_only_preroll_sync_sample.mp4',
    'video/media3/sample_h262_mpeg_audio.ps',
    'video/media3/sample_with_srt.mkv',
    'video/mediabunny/edts.mp4',
    'video/moodle-test.mov',
  ])('%s can be cut, and what comes out plays', { timeout: 60_000 }, async (path) => {
    const { asset } = await take(path)
    if (!asset?.seconds) throw new Error('It was not taken')
    if (!project.file(asset.sha256)) throw new Error('It was not stored')
    const ranges = [{ start: 0, end: Math.round(asset.seconds * 500) / 1000 }]
    const { result: file } = await run(media.rendition(project, asset, ranges))
    const cut = (await run(media.takeFile(project, project.filePath(file)))).result
    expect(cut).toMatchObject({ kind: 'video', extension: 'mp4', playable: true })
    expect(Math.abs((cut.seconds ?? 0) - asset.seconds / 2)).toBeLessThan(1.2 / (cut.framesPerSecond ?? 25))
    const frame = await media.frame(project, asset, asset.seconds)
    expect(frame.bytes).toBeGreaterThan(500)
  })
})
