import * as z from 'zod'
import { newScript } from '../../podcast/new-script.ts'
import { type Script, scriptSchema } from '../../podcast/script.ts'
import { recordId } from '../base.ts'
import { richTextSchema } from '../richtext/schema.ts'
import { imageAssets, plainText } from '../richtext/text.ts'
import { type NewStep, newStepBase, type StepReferences, stepBase } from './base.ts'

const seconds = z.number().min(0)

/** Integrated loudness in LUFS, loudness range in LU, true peak in dBTP. */
const levelsSchema = z.strictObject({ loudness: z.number(), range: z.number(), peak: z.number() })

/** What a render made of the script. It stays what learners hear until the next render, whatever happens to the script. */
export const renderedEpisodeSchema = z.strictObject({
  /** The asset of the finished file. */
  audio: recordId,
  /** What it was made from (`shared/podcast/made-from.ts`): when the script says another one today, the episode is out of date. */
  madeFrom: z.string(),
  seconds: z.number().positive(),
  /** In order, the first at 0; empty when no chapter has a title. A picture is an asset. */
  chapters: z.array(z.strictObject({ start: seconds, title: z.string(), picture: recordId.optional() })),
  /** What is said, a sentence each. */
  cues: z.array(
    z.strictObject({ start: seconds, end: seconds, speaker: z.string().nullable(), text: z.string() }),
  ),
  /** Of the mix before it was mastered, and of the finished file. */
  before: levelsSchema,
  after: levelsSchema,
})

export type RenderedEpisode = z.infer<typeof renderedEpisodeSchema>

/** A podcast episode: a script, and what was rendered from it. What the script names are assets. */
export const podcastStepSchema = z.strictObject({
  ...stepBase,
  kind: z.literal('podcast'),
  intro: richTextSchema,
  script: scriptSchema,
  /** Null until it is rendered. */
  episode: renderedEpisodeSchema.nullable(),
  /** Kilobits and samples a second of the file for learners, an MP3. */
  bitrate: z.union([z.literal(128), z.literal(192)]),
  sampleRate: z.union([z.literal(48_000), z.literal(44_100)]),
  /** Whether learners may take the file with them. */
  mayDownload: z.boolean(),
  /** Percent of the episode that must be listened to for the step to be done; null: seeing the step is enough. */
  mustListen: z.number().min(1).max(100).nullable(),
})
export type PodcastStep = z.infer<typeof podcastStepSchema>

export const podcastKind = {
  kind: 'podcast' as const,
  schema: podcastStepSchema,
  create: (step: NewStep): PodcastStep => ({
    ...newStepBase(step),
    kind: 'podcast',
    intro: [],
    script: newScript({ title: '', language: step.language ?? 'en' }),
    episode: null,
    bitrate: 128,
    sampleRate: 48_000,
    mayDownload: false,
    mustListen: null,
  }),
  references: (step: PodcastStep): StepReferences => ({
    children: [],
    assets: [
      ...imageAssets(step.intro),
      ...filesOf(step.script),
      ...(step.episode === null ? [] : heardOf(step.episode)),
    ],
  }),
  text: (step: PodcastStep): string => [plainText(step.intro), ...wordsOf(step.script)].join('\n'),
}

/** What a script names: music, recordings, cover and pictures of chapters, each once. In a project those are assets. */
export function filesOf({ music, cover, chapters }: Script): string[] {
  const named = chapters.flatMap(({ picture, lines }) => [
    picture ?? null,
    ...lines.flatMap((line) => (line.kind === 'clip' ? [line.file] : [])),
  ])
  const files = [music.intro, music.bed, music.outro, cover, ...named]
  return [...new Set(files.filter((file) => file !== null))]
}

/** The assets of a rendered episode: its file, and the pictures that it was rendered with. */
function heardOf({ audio, chapters }: RenderedEpisode): string[] {
  return [audio, ...chapters.flatMap(({ picture }) => picture ?? [])]
}

function wordsOf({ chapters }: Script): string[] {
  return chapters.flatMap(({ title, lines }) => [
    ...(title === null ? [] : [title]),
    ...lines.flatMap((line) => (line.kind === 'pause' || line.text === null ? [] : [line.text])),
  ])
}
