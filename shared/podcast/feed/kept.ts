import { withoutControls } from '../clean.ts'
import { namespaces, type Prefix, prefixOf } from './namespaces.ts'
import { attributeOf, scanXml, textOf, type XmlElement, type XmlNode, XmlProblem } from './scan-xml.ts'

/** What of a feed that is there stays in the one that takes its place, as source. */
export type Kept = {
  /** Comments and instructions outside the feed, such as a style sheet's. */
  around: string[]
  /** Attributes of `rss` and `channel`, each with a blank before it. */
  rss: string
  channel: { attributes: string; nodes: string[]; guid: string | null }
  items: KeptItem[]
}
type KeptItem = {
  guid: string | null
  attributes: string
  /** Of an episode of ours, what we do not write ourselves; of another one, all of it. */
  nodes: string[]
  /** Milliseconds since 1970; null when it does not say. */
  published: number | null
}

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

const nothing = (): Kept => ({
  around: [],
  rss: '',
  channel: { attributes: '', nodes: [], guid: null },
  items: [],
})

/**
 * Reads a feed that is there. `episodes` are the guids of those that are written anew; `lost` takes a sentence for each thing
 * that cannot be kept.
 */
export function readKept(
  feed: string,
  episodes: ReadonlySet<string>,
  lost: (sentence: string) => void,
): Kept {
  const xml = withoutControls(feed)
  if (xml !== feed)
    lost('Control characters, which XML cannot hold, were taken out of the feed that was there.')
  try {
    const { root, around } = scanXml(xml, new Map(Object.entries(namespaces)))
    const channels = root.children.filter(isElement).filter(({ name }) => name === 'channel')
    const [channel] = channels
    if (root.name !== 'rss' || !channel) {
      lost(`The feed that was there is no RSS (it begins with <${root.name}>), so nothing of it was kept.`)
      return nothing()
    }
    for (const node of root.children)
      if (node !== channel && !isBlank(node))
        lost(`${sourceOf(node)} stood outside the channel and was left out.`)
    return {
      around: around.flatMap((node) => keepAround(node, lost)),
      rss: keepAttributes(root, ['version'], lost),
      channel: {
        attributes: keepAttributes(channel, [], lost),
        nodes: keepNodes(channel, ourTags.channel, lost),
        guid: guidOf(channel),
      },
      items: channel.children
        .filter(isElement)
        .filter(isItem)
        .map((item) => keepItem(item, episodes, lost)),
    }
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error
    lost(
      `The feed that was there is not well-formed, so nothing of it was kept (line ${error.line}: ${error.message})`,
    )
    return nothing()
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

/** The children that stay, as source; of those that are `ours` none does. */
function keepNodes(parent: XmlElement, ours: OurTags | null, lost: (sentence: string) => void): string[] {
  return parent.children.flatMap((node) => {
    if (isBlank(node) || (isItem(node) && parent.name === 'channel')) return []
    if (isElement(node) && ours && isAmong(ours, node)) return []
    const flaw = isElement(node) ? (node.flaw ?? strangerIn(node)) : null
    if (flaw !== null) lost(`${sourceOf(node)} was left out: ${flaw}.`)
    else if (node.kind === 'text' || node.kind === 'cdata')
      lost(`The words ${sourceOf(node)} stood outside all tags and were left out.`)
    else return [node.raw]
    return []
  })
}

function keepItem(item: XmlElement, known: ReadonlySet<string>, lost: (sentence: string) => void): KeptItem {
  const words = (name: string) => {
    const found = item.children.filter(isElement).find((node) => node.name === name)
    return found ? textOf(found).trim() : null
  }
  const guid = words('guid')
  const published = Date.parse(words('pubDate') ?? '')
  const isKnown = guid !== null && known.has(guid)
  return {
    guid,
    attributes: keepAttributes(item, [], lost),
    nodes: keepNodes(item, isKnown ? ourTags.item : null, lost),
    published: Number.isNaN(published) ? null : published,
  }
}

function guidOf(channel: XmlElement): string | null {
  const guid = channel.children
    .filter(isElement)
    .find(({ namespace, local }) => prefixOf(namespace) === 'podcast' && local === 'guid')
  return guid ? textOf(guid).trim() || null : null
}

/** Of links and transcripts, feeds have several: ours are those of our kind. */
function isAmong(tags: OurTags, element: XmlElement): boolean {
  const prefix = element.name.includes(':') ? prefixOf(element.namespace) : ''
  if (prefix === null || !tags[prefix].includes(element.local)) return false
  if (prefix === 'atom') return attributeOf(element, 'rel') === 'self'
  return element.local !== 'transcript' || attributeOf(element, 'type') === 'text/vtt'
}

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
