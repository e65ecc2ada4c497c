import * as z from 'zod'
import { recordId } from '../model/base.ts'
import { podcastStepSchema } from '../model/steps/podcast.ts'
import { scriptSchema } from '../podcast/script.ts'
import { joined, operation, progressThen, projectHandle } from './base.ts'
import { renderedStepSchema } from './media.ts'

const path = z.string().min(1)
const count = z.number().int().min(0)

/** One line of an import report: a construct that was not taken as it stood. */
export const reportLineSchema = z.strictObject({
  file: z.string(),
  /** Where in the file: `line 12`. */
  place: z.string(),
  found: z.string(),
  outcome: z.enum(['changed', 'left-out']),
  message: z.string(),
})
export type ReportLine = z.infer<typeof reportLineSchema>

export const importedSchema = z.strictObject({
  project: z.string(),
  imported: z.strictObject({
    modules: count,
    steps: count,
    questions: count,
    scenes: count,
    panels: count,
    cues: count,
    assets: count,
  }),
  /** How many constructs were taken in a changed form, and how many were left out. */
  changed: count,
  refused: count,
  created: z.array(z.strictObject({ type: z.string(), id: z.string(), title: z.string() })),
  report: z.array(reportLineSchema),
})
export type Imported = z.infer<typeof importedSchema>

/** `podcast`: a script to begin with, drafted from what the module says. */
export const exportFormats = ['source', 'podcast'] as const

/** The address that the folder of a feed will have. */
const site = z.url({ protocol: /^https?$/ })

const feedRequestSchema = z.strictObject({
  feed: path,
  site,
  /** What the series is called; a feed that is there keeps its name otherwise. */
  series: z.string().min(1).max(300).optional(),
  script: scriptSchema,
  /** Files of the episode; what belongs to the feed lies in its folder or below. */
  audio: path,
  cover: path.optional(),
  transcript: path.optional(),
  chapters: path.optional(),
  /** The pictures that the script names, by what it calls them. */
  pictures: z.record(z.string(), path).optional(),
  seconds: z.number().min(0),
  /** Only finds out whether it could be done, before there is any audio. */
  dryRun: z.boolean().optional(),
})
export type FeedRequest = z.infer<typeof feedRequestSchema>

const feedAnswerSchema = z.strictObject({
  file: path,
  /** What players know the episode by, now and in every later feed. */
  guid: z.string(),
  /** The address of its audio. */
  url: z.string(),
  /** The addresses of those pictures that lie in the feed's folder or below. */
  pictures: z.record(z.string(), z.string()),
  /** Sentences: what of the feed or of an episode could not be taken, and what it lacks. */
  notes: z.array(z.string()),
})
export type FeedAnswer = z.infer<typeof feedAnswerSchema>

const seriesFeedRequestSchema = z.strictObject({
  project: projectHandle,
  series: recordId,
  /** The folder of the feed, made where it is missing. */
  out: path,
  site,
  /** Whether files are replaced that are there already and that the feed there does not name. */
  overwrite: z.boolean().optional(),
  ...joined,
})
export type SeriesFeedRequest = z.infer<typeof seriesFeedRequestSchema>

export const seriesFeedSchema = z.strictObject({
  file: path,
  /** The address it will have. */
  url: z.string(),
  /** The podcast steps of the series, in its order. */
  episodes: z.array(
    z.strictObject({
      module: recordId,
      step: recordId,
      title: z.string(),
      /** `failed` and `left-out` have a sentence that says why. */
      outcome: z.enum(['written', 'left-out', 'failed']),
      message: z.string().nullable(),
      /** The address of its audio; null where it was not written. */
      url: z.string().nullable(),
    }),
  ),
  /** What was rendered on the way, for the steps to hold: their assets are in the project. */
  rendered: z.array(
    z.strictObject({
      step: recordId,
      asset: renderedStepSchema.shape.asset,
      episode: renderedStepSchema.shape.episode,
    }),
  ),
  /** Sentences: what of the feed or of an episode could not be taken, and what it lacks. */
  notes: z.array(z.string()),
})
export type SeriesFeed = z.infer<typeof seriesFeedSchema>

export const interchangeContract = {
  import: operation(
    'Takes files into the project as one undoable change, and reports everything it could not take',
  )
    .input(z.strictObject({ project: projectHandle, paths: z.array(path).min(1) }))
    .output(progressThen(importedSchema)),
  export: operation('Writes a module in an interchange format')
    .input(
      z.strictObject({ project: projectHandle, module: recordId, format: z.enum(exportFormats), out: path }),
    )
    .output(progressThen(z.strictObject({ file: path, files: count }))),
  readPodcast: operation('Reads a podcast script: the text itself, or the podcast of a module source file')
    .input(z.strictObject({ path }))
    .output(
      z.strictObject({
        script: scriptSchema,
        /** Absolute paths of music, recordings and cover, by what the script calls them. */
        files: z.record(z.string(), path),
        /** Of the file to make, as the script says it, or as usual. */
        bitrate: podcastStepSchema.shape.bitrate,
        sampleRate: podcastStepSchema.shape.sampleRate,
        report: z.array(reportLineSchema),
      }),
    ),
  podcastFeed: operation(
    'Adds an episode to the RSS feed beside its audio, or brings it up to date there; makes the feed where there is none',
  )
    .input(feedRequestSchema)
    .output(feedAnswerSchema),
  seriesFeed: operation(
    'Writes the podcasts of a series and their feed into a folder, rendering those that are not as their scripts are',
  )
    .input(seriesFeedRequestSchema)
    .output(progressThen(seriesFeedSchema)),
}
