import type { PodcastBundleStep } from '../../../shared/bundle/format.ts'

type Cue = PodcastBundleStep['cues'][number]

/** What one speaker says until somebody else does, or a chapter begins. */
export type Turn = { speaker: string | null; cues: Cue[] }

/** A part of the transcript: a chapter, or all of it where there are none (`title` is null). */
export type SpokenChapter = { title: string | null; turns: Turn[] }

/** Seconds by which a chapter's first sentence may seem to begin before it. */
const tolerance = 0.05

/** The transcript in paragraphs, under its chapters. A chapter without words (music alone) is none of it. */
export function spokenChapters({
  chapters,
  cues,
}: Pick<PodcastBundleStep, 'chapters' | 'cues'>): SpokenChapter[] {
  const spoken: (SpokenChapter & { chapter: number })[] = []
  for (const cue of cues) {
    const chapter = chapters.filter(({ start }) => start <= cue.start + tolerance).length - 1
    let part = spoken.at(-1)
    if (part?.chapter !== chapter) {
      part = { chapter, title: chapters[chapter]?.title ?? null, turns: [] }
      spoken.push(part)
    }
    const turn = part.turns.at(-1)
    if (turn?.speaker === cue.speaker) turn.cues.push(cue)
    else part.turns.push({ speaker: cue.speaker, cues: [cue] })
  }
  return spoken.map(({ title, turns }) => ({ title, turns }))
}
