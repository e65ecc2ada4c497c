import type { ChapterMark } from './timeline.ts'

/** What players call a chapters file. */
export const chaptersType = 'application/json+chapters'

/**
 * Chapters as players that know the podcast namespace load them: JSON Chapters 1.2
 * (github.com/Podcastindex-org/podcast-namespace, chapters/jsonChapters.md). `image` is the address of a picture for all.
 */
export function writeChapters(
  chapters: readonly ChapterMark[],
  { title, author, image }: { title: string; author: string | null; image: string | null },
): string {
  const file = {
    version: '1.2.0',
    title,
    ...(author ? { author } : {}),
    chapters: chapters.map(({ start, title: name }) => ({
      startTime: Math.round(start * 1000) / 1000,
      title: name,
      ...(image ? { img: image } : {}),
    })),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
