import { readKept, type Staying } from './feed/kept.ts'
import { namespaces } from './feed/namespaces.ts'
import { channelTags, type FeedChannel, type FeedEpisode, itemTags } from './feed/tags.ts'
import { type Tag, writeAttribute, writeTag } from './feed/write-xml.ts'

export { findEpisode, NoFeed, type Staying } from './feed/kept.ts'
export type { FeedChannel, FeedEpisode } from './feed/tags.ts'

/**
 * An RSS 2.0 feed with the tags of Apple's and of the podcast namespace, newest episode first. Where a feed is there already
 * (`existing`), whatever we do not write ourselves stays in it to the letter: unknown tags, comments, namespaces, and episodes
 * that are not among `episodes`; the podcast's guid stays what it was, because it is what players know it by. Tags of
 * ours that are `staying` stay too, where they are. `lost` says in sentences what could not be kept. Throws NoFeed when
 * `existing` is no RSS feed.
 */
export function writeFeed(
  channel: FeedChannel,
  episodes: readonly FeedEpisode[],
  existing: string | null,
  staying: Staying = { channel: [], item: [] },
): { xml: string; lost: string[] } {
  const lost: string[] = []
  const guids = new Set(episodes.map(({ guid }) => guid))
  const kept =
    existing === null ? null : readKept(existing, guids, staying, (sentence) => lost.push(sentence))
  const items = kept?.items ?? []
  const own = episodes.map((episode) => {
    const before = items.filter(({ guid }) => guid === episode.guid)
    const tags = itemTags(episode, channel.language)
    return {
      published: episode.published.getTime(),
      xml: writeItem(before[0]?.attributes ?? '', [
        ...written(tags, before[0]?.stayed ?? new Map(), '      '),
        ...before.flatMap(({ nodes }) => asLines(nodes, '      ')),
      ]),
    }
  })
  const others = items
    .filter(({ guid }) => guid === null || !guids.has(guid))
    .map(({ published, attributes, nodes }) => ({
      published,
      xml: writeItem(attributes, asLines(nodes, '      ')),
    }))
  const all = [...own, ...others].sort((one, other) => (other.published ?? 0) - (one.published ?? 0))
  const declared = Object.entries(namespaces)
    .map(([prefix, address]) => writeAttribute(`xmlns:${prefix}`, address))
    .join('')
  const dates = all.flatMap(({ published }) => published ?? [])
  const newest = dates.length > 0 ? Math.max(...dates) : null
  const tags = channelTags(channel, kept?.channel.guid ?? null, newest)
  return {
    lost,
    xml: [
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      ...asLines(kept?.around ?? [], ''),
      `<rss version="2.0"${declared}${kept?.rss ?? ''}>\n`,
      `  <channel${kept?.channel.attributes ?? ''}>\n`,
      ...written(tags, kept?.channel.stayed ?? new Map(), '    '),
      ...asLines(kept?.channel.nodes ?? [], '    '),
      ...all.map(({ xml }) => xml),
      '  </channel>\n</rss>\n',
    ].join(''),
  }
}

/** Tags as lines; what has stayed stands in the place of those it is about, or after all of them. */
function written(
  tags: readonly Tag[],
  stayed: ReadonlyMap<string, readonly string[]>,
  indent: string,
): string[] {
  const names = new Set(tags.map(({ name }) => name))
  return [
    ...tags.flatMap((tag) => {
      const raw = stayed.get(tag.name)
      return raw ? asLines(raw, indent) : [writeTag(tag, indent)]
    }),
    ...[...stayed].flatMap(([name, raw]) => (names.has(name) ? [] : asLines(raw, indent))),
  ]
}

function writeItem(attributes: string, inside: readonly string[]): string {
  return `    <item${attributes}>\n${inside.join('')}    </item>\n`
}

const asLines = (nodes: readonly string[], indent: string) => nodes.map((node) => `${indent}${node}\n`)
