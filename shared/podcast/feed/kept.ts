import { withoutControls } from '../clean.ts'
import { namespaces, type Prefix, prefixOf } from './namespaces.ts'
import { attributeOf, scanXml, textOf, type XmlElement, type XmlNode, XmlProblem } from './scan-xml.ts'

/** What of a feed that is there stays in the one that takes its place, as source. */
export type Kept = {
  /** Comments and instructions outside the feed, such as a style sheet's. */
  around: string[]
  /** Attributes of `rss` and `channel`, each with a blank before it. */
  rss: string
  channel: KeptNodes & { attributes: string; guid: string | null }
  items: KeptItem[]
}
type KeptItem = KeptNodes & {
  guid: string | null
  attributes: string
  /** Milliseconds since 1970; null when it does not say. */
  published: number | null
}
type KeptNodes = {
  /** Of ours, what we do not write ourselves; of another episode, all of it. */
  nodes: string[]
  /** What takes the place of tags that we would write, by their names with our prefixes. */
  stayed: ReadonlyMap<string, readonly string[]>
}

/** Tags of ours that stay as a feed has them, where it has them, by name with our prefixes. */
export type Staying = { channel: readonly string[]; item: readonly string[] }

type OurTags = Record<Prefix | '', readonly string[]>

/** Tags that are written anew each time, by prefix. */
const ourTags: { channel: OurTags; item: OurTags } = {
  channel: {
    '': ['title', 'link', 'description', 'language', 'copyright', 'image', 'lastBuildDate'],
    atom: ['link'],
    itunes: ['author', 'owner', 'image', 'explicit', 'category'],
    podcast: ['guid', 'locked', 'license'],
  },
  item: {
    '': ['title', 'description', 'guid', 'pubDate', 'enclosure'],
    atom: [],
    itunes: ['duration', 'episode', 'image'],
    podcast: ['transcript', 'chapters'],
  },
}

/** What is there is no RSS feed; the message is half a sentence that says why. */
export class NoFeed extends Error {}

/**
 * Reads a feed that is there. `episodes` are the guids of those that are written anew; `lost` takes a sentence for each thing
 * that cannot be kept. Throws NoFeed.
 */
export function readKept(
  feed: string,
  episodes: ReadonlySet<string>,
  staying: Staying,
  lost: (sentence: string) => void,
): Kept {
  const xml = withoutControls(feed)
  if (xml !== feed)
    lost('Control characters, which XML cannot hold, were taken out of the feed that was there.')
  const { root, channel, around } = scanFeed(xml)
  for (const node of root.children)
    if (node !== channel && !isBlank(node))
      lost(`${sourceOf(node)} stood outside the channel and was left out.`)
  return {
    around: around.flatMap((node) => keepAround(node, lost)),
    rss: keepAttributes(root, ['version'], lost),
    channel: {
      attributes: keepAttributes(channel, [], lost),
      ...keepNodes(channel, { ours: ourTags.channel, staying: staying.channel }, lost),
      guid: guidOf(channel),
    },
    items: channel.children
      .filter(isElement)
      .filter(isItem)
      .map((item) => keepItem(item, episodes, staying.item, lost)),
  }
}

/**
 * An episode that a feed has already, by the address of its audio, or else the first whose audio `isMoved` takes for it; null when
 * it has none. Throws NoFeed.
 */
export function findEpisode(
  feed: string,
  audio: string,
  isMoved: (address: string) => boolean = () => false,
): { guid: string; published: number | null } | null {
  const items = scanFeed(withoutControls(feed)).channel.children.filter(isElement).filter(isItem)
  const found =
    items.find((item) => audioOf(item) === audio) ?? items.find((item) => isMoved(audioOf(item) ?? ''))
  return found ? { guid: episodeGuid(found) ?? audio, published: publishedOf(found) } : null
}

function scanFeed(xml: string): { root: XmlElement; channel: XmlElement; around: XmlNode[] } {
  try {
    const { root, around } = scanXml(xml, new Map(Object.entries(namespaces)))
    const channel = root.children.filter(isElement).find(({ name }) => name === 'channel')
    if (root.name !== 'rss' || !channel) throw new NoFeed(`it is no RSS (it begins with <${root.name}>)`)
    return { root, channel, around }
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error
    throw new NoFeed(`it is not well-formed, line ${error.line}: ${error.message.replace(/\.$/, '')}`)
  }
}

function keepAround(node: XmlNode, lost: (sentence: string) => void): string[] {
  if (node.kind === 'doctype') lost(`${sourceOf(node)} was left out: feeds have no document type.`)
  return node.kind === 'comment' || (node.kind === 'instruction' && !/^<\?xml\s/.test(node.raw))
    ? [node.raw]
    : []
}

function keepAttributes(element: XmlElement, known: string[], lost: (sentence: string) => void): string {
  return element.attributes
    .filter(({ name, flaw }) => {
      if (known.includes(name)) return false
      const prefix = name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : ''
      // Our own prefixes are declared anew; what stood under one of them and meant something else is told of elsewhere.
      if (Object.hasOwn(namespaces, prefix)) return false
      if (flaw === null && name !== 'xmlns') return true
      lost(`The attribute ${name} of <${element.name}> was left out: ${flaw ?? 'RSS has no namespace'}.`)
      return false
    })
    .map(({ raw }) => ` ${raw.trim()}`)
    .join('')
}

/** The children that stay, as source; of those that are `ours` only the ones that are `staying`. */
function keepNodes(
  parent: XmlElement,
  { ours, staying }: { ours: OurTags | null; staying: readonly string[] },
  lost: (sentence: string) => void,
): KeptNodes {
  const stayed = new Map<string, string[]>()
  const nodes = parent.children.flatMap((node) => {
    if (isBlank(node) || (isItem(node) && parent.name === 'channel')) return []
    const name = isElement(node) && ours ? ourName(ours, node) : null
    if (name !== null && !staying.includes(name)) return []
    const flaw = isElement(node) ? (node.flaw ?? strangerIn(node)) : null
    if (flaw !== null) lost(`${sourceOf(node)} was left out: ${flaw}.`)
    else if (node.kind === 'text' || node.kind === 'cdata')
      lost(`The words ${sourceOf(node)} stood outside all tags and were left out.`)
    else if (name === null) return [node.raw]
    else stayed.set(name, [...(stayed.get(name) ?? []), node.raw])
    return []
  })
  return { nodes, stayed }
}

function keepItem(
  item: XmlElement,
  known: ReadonlySet<string>,
  staying: readonly string[],
  lost: (sentence: string) => void,
): KeptItem {
  const guid = episodeGuid(item)
  const isKnown = guid !== null && known.has(guid)
  return {
    guid,
    attributes: keepAttributes(item, [], lost),
    ...keepNodes(item, { ours: isKnown ? ourTags.item : null, staying }, lost),
    published: publishedOf(item),
  }
}

function wordsIn(item: XmlElement, name: string): string | null {
  const found = item.children.filter(isElement).find((node) => node.name === name)
  return found ? textOf(found).trim() : null
}

/** Of an episode without one, players take the address of its audio. */
function episodeGuid(item: XmlElement): string | null {
  return wordsIn(item, 'guid') || audioOf(item)
}

function audioOf({ children }: XmlElement): string | null {
  const enclosure = children.filter(isElement).find(({ name }) => name === 'enclosure')
  return enclosure ? attributeOf(enclosure, 'url') : null
}

function publishedOf(item: XmlElement): number | null {
  const published = Date.parse(wordsIn(item, 'pubDate') ?? '')
  return Number.isNaN(published) ? null : published
}

function guidOf(channel: XmlElement): string | null {
  const guid = channel.children
    .filter(isElement)
    .find(({ namespace, local }) => prefixOf(namespace) === 'podcast' && local === 'guid')
  return guid ? textOf(guid).trim() || null : null
}

/** A tag's name with our prefix, if it is one of ours. Of links and transcripts, feeds have several: ours are those of our kind. */
function ourName(tags: OurTags, element: XmlElement): string | null {
  const prefix = element.name.includes(':') ? prefixOf(element.namespace) : ''
  if (prefix === null || !tags[prefix].includes(element.local)) return null
  if (prefix === 'atom' && attributeOf(element, 'rel') !== 'self') return null
  if (element.local === 'transcript' && !transcriptTypes.includes(attributeOf(element, 'type') ?? ''))
    return null
  return prefix === '' ? element.local : `${prefix}:${element.local}`
}

const transcriptTypes = ['text/vtt', 'text/plain']

/** Why an element under a prefix of ours cannot be kept: the prefix meant something else there. */
function strangerIn({ name, namespace, children }: XmlElement): string | null {
  const [prefix = ''] = name.split(':')
  if (name.includes(':') && Object.hasOwn(namespaces, prefix) && prefixOf(namespace) !== prefix)
    return `“${prefix}:” meant something else in that feed`
  return children.filter(isElement).map(strangerIn).find(Boolean) ?? null
}

const isElement = (node: XmlNode): node is XmlElement => node.kind === 'element'
const isItem = (node: XmlNode) => isElement(node) && node.name === 'item'
const isBlank = (node: XmlNode) => node.kind === 'text' && node.raw.trim() === ''

function sourceOf({ raw }: XmlNode): string {
  const words = raw.replace(/\s+/g, ' ').trim()
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}
