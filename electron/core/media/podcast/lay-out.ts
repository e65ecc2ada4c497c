import type { Progress } from '../../../../shared/contract/base.ts'
import { StudioError } from '../../../../shared/errors.ts'
import type { Recording } from '../../../../shared/podcast/clip-part.ts'
import { planEpisode } from '../../../../shared/podcast/plan.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import type { Sound, Timeline } from '../../../../shared/podcast/timeline.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import type { Speech, SpokenLines } from '../speech/speech.ts'
import { rememberedSound } from './mix/remembered-sound.ts'
import { decodeSound, withoutSilence } from './mix/sounds.ts'
import type { Store } from './store.ts'

/** Speaks what a script says, and plans where all of it is heard. */
export async function* layOut(
  speech: Speech,
  script: Script,
  decoded: Decoded,
  signal?: AbortSignal,
): AsyncGenerator<Progress, Timeline, undefined> {
  return planOf(script, yield* speech.speak(script, signal), decoded)
}

/** Speaks what can be spoken of a script, and plans where it is heard; throws where that is nothing. */
export async function* layOutSome(
  speech: Speech,
  script: Script,
  decoded: Decoded,
  signal?: AbortSignal,
): AsyncGenerator<Progress, { timeline: Timeline; problems: string[] }, undefined> {
  const { lines, problems, failure } = yield* speech.speakSome(script, signal)
  const timeline = planOf(script, lines, decoded)
  if (failure && timeline.placed.length === 0) throw failure
  return { timeline, problems }
}

function planOf(script: Script, spoken: SpokenLines, { clips, music }: Decoded): Timeline {
  const sounds = {
    sentencesOf: ({ place }: { place: number }) => spoken.get(place) ?? [],
    clipOf: ({ place }: { place: number }) => clips.get(place) ?? null,
  }
  return planEpisode(script, sounds, music)
}

/** The recordings of a script by their lines, and its music. */
export type Decoded = {
  clips: Map<number, Recording>
  music: { intro: Sound | null; bed: Sound | null; outro: Sound | null }
}

/**
 * Decodes every recording and all music a script names into `folder`, or into `store`, where they are found the next time;
 * throws what is wrong with one of them.
 */
export async function decodeAll(
  tools: FfmpegTools,
  { chapters, music }: Script,
  files: Readonly<Record<string, string>>,
  { folder, signal, store }: { folder: string; signal?: AbortSignal | undefined; store?: Store },
): Promise<Decoded> {
  let number = 0
  const known = new Map<string, Sound>()
  async function sound(reference: string | null, channels: 1 | 2): Promise<Sound | null> {
    if (reference === null) return null
    const path = pathOf(reference, files)
    const key = `${channels} ${path}`
    const before = known.get(key)
    if (before) return before
    const job = { folder, number: number++, channels, signal }
    const found = await (store
      ? rememberedSound(tools, path, { ...job, store })
      : decodeSound(tools, path, job))
    known.set(key, found)
    return found
  }
  const clips = new Map<number, Recording>()
  for (const line of chapters.flatMap(({ lines }) => lines)) {
    const clip = line.kind === 'clip' ? await sound(line.file, 1) : null
    if (clip) clips.set(line.place, await withoutSilence(clip))
  }
  return {
    clips,
    music: {
      intro: await sound(music.intro, 2),
      bed: await sound(music.bed, 2),
      outro: await sound(music.outro, 2),
    },
  }
}

/** Where a file that the script names lies. */
export function pathOf(reference: string, files: Readonly<Record<string, string>>): string {
  const path = files[reference]
  if (path === undefined) throw new StudioError('file-missing', { path: reference })
  return path
}
