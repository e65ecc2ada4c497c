import type { ChapterMark } from './timeline.ts'

/** What players call a chapters file. */
export const chaptersType = 'application/json+chapters'

type About = {
  title: string
  author: string | null
  image: string | null
  addresses?: Readonly<Record<string, string>>
}

/**
 * Chapters as players that know the podcast namespace load them: JSON Chapters 1.2
 * (github.com/Podcastindex-org/podcast-namespace, chapters/jsonChapters.md). `image` is the address of a picture for all, `addresses`
 * are those of the chapters' own, by what the script calls them.
 */
export function writeChapters(
  chapters: readonly ChapterMark[],
  { title, author, image, addresses = {} }: About,
): string {
  const file = {
    version: '1.2.0',
    title,
    ...(author ? { author } : {}),
    chapters: chapters.map(({ start, title: name, picture }) => {
      const img = (picture === undefined ? undefined : addresses[picture]) ?? image
      return { startTime: Math.round(start * 1000) / 1000, title: name, ...(img && { img }) }
    }),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
