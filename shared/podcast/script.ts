import * as z from 'zod'

const words = z.string().max(100_000)
const path = z.string().min(1)
/** The line of the source it stands on, from 1; lines made otherwise count from 1 through the script. */
const place = z.number().int().min(1)

/** Somebody who is heard. */
const speakerSchema = z.strictObject({
  name: z.string().min(1),
  /** An engine and its voice (`espeak-ng:en-gb`), or only what the first engine that has it calls a voice or a language. */
  voice: z.string().min(1),
  /** How fast, 1 being the voice's own speed. */
  speed: z.number().min(0.5).max(2),
})

/** Paths as they are written in the script, relative to it. */
const musicSchema = z.strictObject({
  /** Heard alone first, then fading out under the first words. */
  intro: path.nullable(),
  /** Heard under everything that is said, over and over. */
  bed: path.nullable(),
  /** Coming up under the last words, then heard alone. */
  outro: path.nullable(),
  /** How much softer music is while somebody speaks, in decibels. */
  duck: z.number().min(0).max(60),
  /** How much louder (or, below 0, softer) all music is than it usually would be, in decibels. */
  level: z.number().min(-40).max(12),
})

/** What was done to a recording by hand. */
const clipEditSchema = z.strictObject({
  /** The part of it that is heard, in seconds of the file; `end` is null where it goes on to its own end. */
  start: z.number().min(0),
  end: z.number().positive().nullable(),
  /** Decibels beyond the level that every recording is brought to. */
  gain: z.number().min(-40).max(40),
  /** Seconds over which it comes and goes. */
  fadeIn: z.number().min(0).max(30),
  fadeOut: z.number().min(0).max(30),
})

/** The step a line was drafted from, and a hash of what the piece of it that became this line said then. */
const sourceSchema = z.strictObject({ step: z.string(), hash: z.string() })

/** −16 LUFS stereo, −19 LUFS mono, −14 LUFS stereo (as streaming services play it). */
export const loudnessPresets = ['stereo', 'mono', 'loud'] as const

const lineSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    place,
    kind: z.literal('speech'),
    speaker: z.string().min(1),
    /** Plain words; `*stress*` marks what is stressed. */
    text: words,
    /** Null when it was written by hand. */
    source: sourceSchema.nullable(),
  }),
  /**
   * Silence, in seconds, in place of the usual gap. Below 0, what follows begins so long before the end of what stands
   * before, and the two cross over.
   */
  z.strictObject({ place, kind: z.literal('pause'), seconds: z.number().min(-10).max(60) }),
  /** A recording of its own: path as written; what it says, for the transcript, or null; null for one nobody edited. */
  z.strictObject({
    place,
    kind: z.literal('clip'),
    file: path,
    speaker: z.string().min(1).nullable(),
    text: words.nullable(),
    /** Of a line that was drafted, and then recorded. */
    source: sourceSchema.nullable(),
    edit: clipEditSchema.nullable(),
  }),
])

const chapterSchema = z
  .strictObject({
    /** Null for what comes before the first heading. */
    title: z.string().nullable(),
    /** Path of a picture that players show while the chapter is heard; absent in a chapter without one. */
    picture: path.optional(),
    lines: z.array(lineSchema),
  })
  // The text of a script has no line for it.
  .refine(({ title, picture }) => title !== null || picture === undefined, 'A picture belongs to a heading.')

/**
 * What a podcast episode says: chapters of lines. Pure data, as authored; nothing in it has been spoken yet. Its text form is
 * the `podcast` fence of module source (`electron/core/interchange/podcast-script`).
 */
export const scriptSchema = z.strictObject({
  title: z.string(),
  author: z.string().nullable(),
  /** BCP 47; the language of every voice that names none. */
  language: z.string().min(2),
  /** As it is to be told, such as “CC BY 4.0”. */
  licence: z.string().nullable(),
  /** In the order in which they are first named. */
  speakers: z.array(speakerSchema),
  /** How words are to be said that voices get wrong; keys as they are written, whole words, in any case. */
  pronunciation: z.record(z.string().min(1), z.string()),
  music: musicSchema,
  /** Path of a square picture, or null. */
  cover: path.nullable(),
  loudness: z.enum(loudnessPresets),
  /** Whether steady noise is taken out of what is said. */
  denoise: z.boolean(),
  chapters: z.array(chapterSchema),
})

export type Script = z.infer<typeof scriptSchema>
export type Speaker = z.infer<typeof speakerSchema>
export type Music = z.infer<typeof musicSchema>
export type LoudnessPreset = (typeof loudnessPresets)[number]
export type Chapter = z.infer<typeof chapterSchema>
export type Line = z.infer<typeof lineSchema>
export type SpeechLine = Extract<Line, { kind: 'speech' }>
export type ClipLine = Extract<Line, { kind: 'clip' }>
export type ClipEdit = z.infer<typeof clipEditSchema>
