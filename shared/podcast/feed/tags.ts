import { chaptersType } from '../chapters.ts'
import { podcastGuid } from './guid.ts'
import type { Tag } from './write-xml.ts'

/** A series of episodes. Addresses are whole ones (`https://…`). */
export type FeedChannel = {
  /** Where the feed itself will be. */
  url: string
  title: string
  /** The page of the series. */
  link: string
  description: string
  /** BCP 47. */
  language: string
  author: string
  /** Whom directories write to; null names nobody. */
  owner: { name: string; email: string } | null
  /** A square picture; directories refuse a series that has none. */
  image: string | null
  explicit: boolean
  /** As Apple names them: a category and, where it has them, one inside it. */
  category: { name: string; within: string | null }
  copyright: string | null
  /** A licence's short name, such as `cc-by-4.0`, or any name and the address of its words. */
  licence: { name: string; url: string | null } | null
  /** Whether other hosts are asked not to take the feed over without the owner. */
  locked: boolean
}

export type FeedEpisode = {
  /** What players know the episode by: unique, and never changed. */
  guid: string
  title: string
  description: string
  published: Date
  /** The exact size in bytes, and the media type (`audio/mpeg`). */
  audio: { url: string; bytes: number; type: string }
  seconds: number
  number: number | null
  /** The address, and the media type (`text/vtt` or `text/plain`). */
  transcript: { url: string; type: string } | null
  /** Addresses of the chapters' JSON, and of a picture of its own. */
  chapters: string | null
  image: string | null
}

/** `guid` is the one that the podcast has already; `newest` is when its last episode came out, in milliseconds since 1970. */
export function channelTags(channel: FeedChannel, guid: string | null, newest: number | null): Tag[] {
  const { title, link, image, category, licence, owner, copyright } = channel
  const inside = category.within === null ? [] : [named('itunes:category', { text: category.within })]
  return [
    words('title', title),
    words('link', link),
    named('atom:link', { href: channel.url, rel: 'self', type: 'application/rss+xml' }),
    words('description', channel.description),
    words('language', channel.language),
    ...(copyright === null ? [] : [words('copyright', copyright)]),
    ...(newest === null ? [] : [words('lastBuildDate', mailDate(new Date(newest)))]),
    ...(image === null
      ? []
      : [
          { name: 'image', content: [words('url', image), words('title', title), words('link', link)] },
          named('itunes:image', { href: image }),
        ]),
    words('itunes:author', channel.author),
    ...(owner === null
      ? []
      : [
          {
            name: 'itunes:owner',
            content: [words('itunes:name', owner.name), words('itunes:email', owner.email)],
          },
        ]),
    words('itunes:explicit', String(channel.explicit)),
    { ...named('itunes:category', { text: category.name }), content: inside },
    words('podcast:guid', guid ?? podcastGuid(channel.url)),
    {
      name: 'podcast:locked',
      attributes: owner === null ? {} : { owner: owner.email },
      content: channel.locked ? 'yes' : 'no',
    },
    ...(licence === null
      ? []
      : [
          {
            name: 'podcast:license',
            attributes: licence.url === null ? {} : { url: licence.url },
            content: licence.name,
          },
        ]),
  ]
}

export function itemTags(episode: FeedEpisode, language: string): Tag[] {
  const { audio, number, transcript, chapters, image } = episode
  return [
    words('title', episode.title),
    words('description', episode.description),
    { name: 'guid', attributes: { isPermaLink: 'false' }, content: episode.guid },
    words('pubDate', mailDate(episode.published)),
    named('enclosure', { url: audio.url, length: String(audio.bytes), type: audio.type }),
    words('itunes:duration', String(Math.round(episode.seconds))),
    ...(number === null ? [] : [words('itunes:episode', String(number))]),
    ...(image === null ? [] : [named('itunes:image', { href: image })]),
    ...(transcript === null ? [] : [named('podcast:transcript', { ...transcript, language })]),
    ...(chapters === null ? [] : [named('podcast:chapters', { url: chapters, type: chaptersType })]),
  ]
}

const words = (name: string, content: string): Tag => ({ name, content })
const named = (name: string, attributes: Record<string, string>): Tag => ({ name, attributes })

/** A date as mail has it (RFC 2822, section 3.3). */
function mailDate(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000')
}
