/** The namespaces of what we write, by the prefix that everybody knows them by. */
export const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
} as const

export type Prefix = keyof typeof namespaces

/** The podcast namespace's page, which feeds have named as its address. */
const podcastPage = 'https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md'

/** Whose namespace an address is: feeds write them in several ways. Null for one that is not among ours. */
export function prefixOf(namespace: string): Prefix | null {
  const address = namespace.toLowerCase().replace(/\/$/, '')
  if (address === podcastPage) return 'podcast'
  const prefixes = Object.keys(namespaces) as Prefix[]
  return prefixes.find((prefix) => namespaces[prefix].toLowerCase() === address) ?? null
}
