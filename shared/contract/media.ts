import * as z from 'zod'
import { assetSchema } from '../model/asset.ts'
import { recordId } from '../model/base.ts'
import { renderedEpisodeSchema } from '../model/steps/podcast.ts'
import { rangeSchema } from '../model/steps/video.ts'
import { scriptSchema } from '../podcast/script.ts'
import { joined, operation, progressThen, projectHandle } from './base.ts'

const path = z.string().min(1)

/** What a cut gave. Times in seconds; `start` and `end` are the original's first and last kept moment. */
export const trimResultSchema = z.strictObject({
  file: path,
  mode: z.literal('exact'),
  seconds: z.number(),
  start: z.number(),
  end: z.number(),
  reencoded: z.boolean(),
})

const levels = {
  /** Integrated loudness in LUFS. */
  loudness: z.number(),
  /** Loudness range in LU. */
  range: z.number(),
  /** True peak in dBTP. */
  peak: z.number(),
}

/** A finished episode. Levels are those of the encoded files, and of the mix before it was mastered. */
export const episodeSchema = z.strictObject({
  files: z.array(z.strictObject({ file: path, seconds: z.number(), ...levels })).min(1),
  before: z.strictObject(levels),
  seconds: z.number(),
  chapters: z.number().int(),
  cues: z.number().int(),
  /** Sentences: pictures of chapters that could not be taken. The episode is whole without them. */
  notes: z.array(z.string()),
})

/** A podcast step that was rendered: the finished file on disk, and what the step is to hold of it. */
export const renderedStepSchema = z.strictObject({
  asset: assetSchema,
  episode: renderedEpisodeSchema,
  notes: episodeSchema.shape.notes,
})
export type RenderedStep = z.infer<typeof renderedStepSchema>

/** How often a waveform is sampled, a second. */
export const peaksASecond = 20

const laidOutPiece = {
  /** Where it is heard, and for how long, in seconds of the episode. */
  start: z.number(),
  seconds: z.number(),
  /** The loudest sample of each stretch, in percent of full scale. */
  peaks: z.array(z.number().int().min(0).max(100)),
  /** What is heard, by its name: `/media/:project/sound/NAME`. */
  sound: z.string(),
  /** Decibels that bring it to its level, and beyond it as was asked for. */
  gain: z.number(),
  /** Seconds over which it comes and goes, at equal power. */
  fadeIn: z.number(),
  fadeOut: z.number(),
}

/** Where everything of an episode is heard, and how, with its waveform. Nothing is mixed yet. */
export const laidOutSchema = z.strictObject({
  seconds: z.number(),
  /** Decibels by which music is softer while somebody speaks. */
  duck: z.number(),
  /** Lines that no voice could speak, which are left out: what is wrong with each, in words. */
  unspoken: z.array(z.string()),
  placed: z.array(
    z.strictObject({
      ...laidOutPiece,
      /** The number of its line in the script, from 1; a line of several sentences has several pieces. */
      line: z.number().int(),
      kind: z.enum(['speech', 'clip']),
      speaker: z.string().nullable(),
      /** Where the part of the sound that is heard begins, in seconds. */
      from: z.number(),
    }),
  ),
  music: z.array(
    z.strictObject({
      ...laidOutPiece,
      role: z.enum(['intro', 'bed', 'outro']),
      /** How long the sound is, in seconds, after which it is heard again. */
      length: z.number(),
    }),
  ),
})
export type LaidOut = z.infer<typeof laidOutSchema>

const voiceSchema = z.strictObject({
  /** What the engine calls it; `engine:id` names it in a script. */
  id: z.string(),
  name: z.string(),
  /** BCP 47 */
  language: z.string(),
  quality: z.enum(['robotic', 'natural', 'unknown']),
})

/** What can speak on this machine, and what else could, with how to get it. */
export const voicesSchema = z.strictObject({
  engines: z.array(z.strictObject({ name: z.string(), version: z.string(), voices: z.array(voiceSchema) })),
  missing: z.array(z.strictObject({ name: z.string(), howToGet: z.string() })),
})
export type Voices = z.infer<typeof voicesSchema>

export const mediaContract = {
  importFile: operation(
    'Copies a file of this machine into the project and measures it; the original is never touched',
  )
    .input(z.strictObject({ project: projectHandle, path, ...joined }))
    .output(progressThen(assetSchema)),
  convert: operation('Makes a copy of an asset that browsers can play, as a new asset')
    .input(z.strictObject({ project: projectHandle, asset: recordId, ...joined }))
    .output(progressThen(assetSchema)),
  trim: operation('Cuts ranges out of a media file into a new file')
    .input(
      z.strictObject({
        input: path,
        output: path,
        ranges: z.array(rangeSchema).min(1),
        mode: z.literal('exact'),
      }),
    )
    .output(progressThen(trimResultSchema)),
  podcast: operation('Makes a podcast script into a finished episode: speech, music, loudness, chapters')
    .input(
      z.strictObject({
        script: scriptSchema,
        /** Absolute paths of what the script names, by what it calls it. */
        files: z.record(z.string(), path),
        /** The file the script was read from, which is never written over. */
        source: path.optional(),
        /** Files to write, each in the format its name ends in: mp3, m4a, opus, wav. */
        outputs: z.array(path).min(1),
        bitrate: z.union([z.literal(128), z.literal(192)]).optional(),
        sampleRate: z.union([z.literal(48_000), z.literal(44_100)]).optional(),
        /** Whether files that are there already are replaced, transcript and chapters as well. */
        overwrite: z.boolean().optional(),
        /** Where the transcript goes, as WebVTT or, when it ends in .txt, as plain text. */
        transcript: path.optional(),
        /** Where the chapters go, as JSON (Podcasting 2.0). */
        chapters: path.optional(),
        /** Addresses that pictures will have, by what the script calls them: for the chapters. */
        addresses: z.record(z.string(), z.url({ protocol: /^https?$/ })).optional(),
      }),
    )
    .output(progressThen(episodeSchema)),
  renderPodcast: operation('Makes what a podcast step says into its finished episode, as an asset')
    .input(z.strictObject({ project: projectHandle, step: recordId, ...joined }))
    .output(progressThen(renderedStepSchema)),
  savePodcast: operation(
    'Makes what a podcast step says into its finished episode, as a file outside the project',
  )
    .input(
      z.strictObject({
        project: projectHandle,
        step: recordId,
        /** In the format its name ends in: mp3, m4a, opus, wav. Bitrate and sample rate are the step's. */
        out: path,
        /** Whether files that are there already are replaced, transcript and chapters as well. */
        overwrite: z.boolean().optional(),
        /** Where transcript and chapters go, as those of a script do. */
        transcript: path.optional(),
        chapters: path.optional(),
      }),
    )
    .output(progressThen(episodeSchema)),
  layOutPodcast: operation('Tells where everything a podcast step says would be heard')
    .input(z.strictObject({ project: projectHandle, step: recordId }))
    .output(progressThen(laidOutSchema)),
  voices: operation('Lists what can speak on this machine').output(voicesSchema),
}
