import { XmlDocument, type XmlElement } from 'libxml2-wasm'

/** The namespaces of feeds, by prefix. */
const uses = {
  atom: 'http://www.w3.org/2005/Atom',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
}

/** What a strict parser finds of a feed at a place, as text; it throws for what is not well-formed. */
export function findInFeed(xml: string, path: string): string[] {
  const document = XmlDocument.fromString(xml)
  try {
    return document.find(path, uses).map((node) => (node as XmlElement).content)
  } finally {
    document.dispose()
  }
}
