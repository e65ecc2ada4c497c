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
    const stayed = new Set(before.flatMap((item) => [...item.stayed]))
    return {
      published: episode.published.getTime(),
      xml: writeItem(
        before[0]?.attributes ?? '',
        without(itemTags(episode, channel.language), stayed),
        before.flatMap((item) => item.nodes),
      ),
    }
  })
  const others = items
    .filter(({ guid }) => guid === null || !guids.has(guid))
    .map(({ published, attributes, nodes }) => ({ published, xml: writeItem(attributes, [], nodes) }))
  const all = [...own, ...others].sort((one, other) => (other.published ?? 0) - (one.published ?? 0))
  const declared = Object.entries(namespaces)
    .map(([prefix, address]) => writeAttribute(`xmlns:${prefix}`, address))
    .join('')
  const dates = all.flatMap(({ published }) => published ?? [])
  const newest = dates.length > 0 ? Math.max(...dates) : null
  return {
    lost,
    xml: [
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      lines(kept?.around ?? [], ''),
      `<rss version="2.0"${declared}${kept?.rss ?? ''}>\n`,
      `  <channel${kept?.channel.attributes ?? ''}>\n`,
      without(channelTags(channel, kept?.channel.guid ?? null, newest), kept?.channel.stayed ?? new Set())
        .map((tag) => writeTag(tag, '    '))
        .join(''),
      lines(kept?.channel.nodes ?? [], '    '),
      ...all.map(({ xml }) => xml),
      '  </channel>\n</rss>\n',
    ].join(''),
  }
}

const without = (tags: readonly Tag[], stayed: ReadonlySet<string>) =>
  tags.filter(({ name }) => !stayed.has(name))

function writeItem(attributes: string, tags: readonly Tag[], nodes: readonly string[]): string {
  const written = tags.map((tag) => writeTag(tag, '      ')).join('')
  return `    <item${attributes}>\n${written}${lines(nodes, '      ')}    </item>\n`
}

const lines = (nodes: readonly string[], indent: string) => nodes.map((node) => `${indent}${node}\n`).join('')
