import { randomUUID } from 'node:crypto'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type * as z from 'zod'
import type { episodeSchema } from '../../../../shared/contract/media.ts'
import { writeChapters } from '../../../../shared/podcast/chapters.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import type { ChapterMark, Timeline } from '../../../../shared/podcast/timeline.ts'
import { plainTranscript, writeTranscript } from '../../../../shared/podcast/transcript.ts'
import { scaled, type Work } from '../../domains.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { writeFailure } from '../intake/failures.ts'
import type { Speech } from '../speech/speech.ts'
import { requireCover } from './cover.ts'
import { chapterPictures } from './pictures/chapter-pictures.ts'
import { requireDestinations } from './destinations.ts'
import { decodeAll, layOut, pathOf } from './lay-out.ts'
import { renderEpisode } from './render.ts'
import { createStore } from './store.ts'

/** What the operation answers, and where everything in it is heard. */
export type Episode = z.infer<typeof episodeSchema> & { timeline: Timeline }

export type EpisodeRequest = {
  script: Script
  /** Absolute paths of what the script names. */
  files: Readonly<Record<string, string>>
  /** The file the script was read from, which is never written over. */
  source?: string | undefined
  outputs: readonly string[]
  bitrate?: 128 | 192 | undefined
  sampleRate?: 48_000 | 44_100 | undefined
  overwrite?: boolean | undefined
  transcript?: string | undefined
  chapters?: string | undefined
  addresses?: Readonly<Record<string, string>> | undefined
}

/** Speaking is so much of the whole, where nothing is remembered of it. */
const speakingShare = 0.5

/**
 * Makes a script into a finished episode. Every file it names is read first, so that a damaged one is told of before
 * anything takes long. `home` is the studio's own folder, in which spoken sentences are remembered.
 */
export async function* makeEpisode(
  { tools, speech, home }: { tools: FfmpegTools; speech: Speech; home: string },
  request: EpisodeRequest,
  signal?: AbortSignal,
): Work<Episode> {
  const { script, files } = request
  await requireDestinations(request)
  const folder = await mkdtemp(join(tmpdir(), 'morsel-podcast-'))
  try {
    const decoded = await decodeAll(tools, script, files, { folder, signal })
    const cover =
      script.cover === null ? null : await requireCover(tools, pathOf(script.cover, files), signal)
    const laidOut = yield* scaled(layOut(speech, script, decoded, signal), 0, speakingShare)
    const store = createStore(join(home, 'cache', 'podcast'))
    const { pictures, notes } = await chapterPictures(tools, laidOut.chapters, files, {
      folder,
      store,
      signal,
    })
    const timeline = { ...laidOut, chapters: laidOut.chapters.map(withTaken(pictures)) }
    // It stands wherever there is none.
    if (script.cover !== null) pictures.delete(script.cover)
    const rendering = renderEpisode(
      tools,
      {
        timeline,
        preset: script.loudness,
        outputs: request.outputs,
        bitrate: request.bitrate ?? 128,
        sampleRate: request.sampleRate ?? 48_000,
        denoise: script.denoise,
        overwrite: request.overwrite ?? false,
        tags: { ...script, album: null, chapters: timeline.chapters, cover, pictures },
        folder,
        store,
        // A file may be encoded more than once.
        note: (sentence) => notes.includes(sentence) || notes.push(sentence),
      },
      signal,
    )
    const rendered = yield* scaled(rendering, speakingShare, 1)
    await writeTexts(request, script, timeline)
    yield {
      type: 'done',
      result: {
        ...rendered,
        seconds: timeline.seconds,
        chapters: timeline.chapters.length,
        cues: timeline.cues.length,
        notes,
        timeline,
      },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A chapter without its picture where that could not be taken. */
const withTaken =
  (pictures: ReadonlyMap<string, unknown>) =>
  ({ picture, ...mark }: ChapterMark): ChapterMark =>
    picture !== undefined && pictures.has(picture) ? { ...mark, picture } : mark

/** Writes what stands beside an episode, where it is asked for. */
export async function writeTexts(
  { transcript, chapters, addresses = {} }: Pick<EpisodeRequest, 'transcript' | 'chapters' | 'addresses'>,
  script: Script,
  timeline: Pick<Timeline, 'chapters' | 'cues'>,
): Promise<void> {
  const image = (script.cover !== null && addresses[script.cover]) || null
  const write = async (path: string, text: string) => {
    const target = resolve(path)
    const temporary = `${target}.${randomUUID()}.part`
    try {
      await writeFile(temporary, text, { flag: 'wx', flush: true })
      await rename(temporary, target)
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {})
      throw writeFailure(error, { project: target, path: target })
    }
  }
  if (transcript !== undefined)
    await write(
      transcript,
      /\.txt$/i.test(transcript)
        ? plainTranscript(timeline.cues, timeline.chapters)
        : writeTranscript(timeline.cues),
    )
  if (chapters !== undefined)
    await write(chapters, writeChapters(timeline.chapters, { ...script, image, addresses }))
}
