import type { FeedChannel } from '../../../../shared/podcast/feed.ts'
import type { Script } from '../../../../shared/podcast/script.ts'

/** A new series as its first episode has it; where its author says otherwise in the feed itself, that stays. */
export function newChannel(
  { title, language, author, licence }: Script,
  { series, ...addresses }: { url: string; link: string; image: string | null; series: string | null },
): FeedChannel {
  const name = series ?? title
  return {
    ...addresses,
    title: name,
    description: name,
    language,
    author: author ?? name,
    owner: null,
    explicit: false,
    category: { name: 'Education', within: null },
    locked: false,
    ...rightsIn(licence),
  }
}

/** `podcast:license` takes the short names of licences that everybody knows; anything else is said in words. */
function rightsIn(licence: string | null): Pick<FeedChannel, 'copyright' | 'licence'> {
  const name = licence?.trim().toLowerCase().replace(/\s+/g, '-') ?? ''
  return /^cc(0|-by(-nc)?(-nd|-sa)?)-\d\.\d$/.test(name)
    ? { copyright: null, licence: { name, url: null } }
    : { copyright: licence, licence: null }
}
