/** An uncompressed sound on disk: a WAV of 16-bit or float samples. `samples` is its length in samples of one channel. */
export type Sound = { path: string; samples: number; rate: number; channels: 1 | 2 }

/** One piece of the voice track, in the order of the script and of their starts; times are seconds of the episode. */
export type Placed = {
  sound: Sound
  /** The part of the sound that is heard: where it begins, and how long it is, in samples of the sound. */
  from: number
  samples: number
  start: number
  /** Decibels beyond the level that all that is said is brought to. */
  gain: number
  /** Seconds over which it comes and goes, at equal power. Pieces that overlap cross over. */
  fadeIn: number
  fadeOut: number
  /** Whether a voice speaks it, or it is a recording the author brought along. */
  kind: 'speech' | 'clip'
  speaker: string | null
  /** What it says, without marks of stress; null when nobody knows. */
  text: string | null
  /** The `place` of its line. */
  place: number
}

/** A piece of music: from `start` for `seconds`, over and over where it is shorter; fades are lengths at its ends. */
export type PlacedMusic = {
  sound: Sound
  role: 'intro' | 'bed' | 'outro'
  start: number
  seconds: number
  /** Decibels beyond the level that all music is brought to. */
  gain: number
  fadeIn: number
  fadeOut: number
}

/** Something that is said: for captions and transcripts. */
export type Cue = { start: number; end: number; speaker: string | null; text: string }

/** `picture` is what the script calls it; absent where there is none. */
export type ChapterMark = { start: number; title: string; picture?: string }

/** Where everything of an episode is heard. */
export type Timeline = {
  seconds: number
  placed: Placed[]
  music: PlacedMusic[]
  /** Decibels by which music is softer while somebody speaks. */
  duck: number
  /** In order; the first starts at 0. Empty when no chapter has a title. */
  chapters: ChapterMark[]
  cues: Cue[]
}
