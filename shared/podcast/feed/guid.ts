import { hex, sha1, utf8 } from '../sha1.ts'

/** The namespace of podcasts, ead4c236-bf58-58c6-a2c6-a6b28d128cb6, as bytes. */
const namespace = [
  0xea, 0xd4, 0xc2, 0x36, 0xbf, 0x58, 0x58, 0xc6, 0xa2, 0xc6, 0xa6, 0xb2, 0x8d, 0x12, 0x8c, 0xb6,
]

/**
 * What a podcast is known by wherever its feed moves: a UUID of version 5 of the feed's address without its scheme and the
 * slashes at its end (podcast namespace, `podcast:guid`).
 */
export function podcastGuid(feedUrl: string): string {
  const name = feedUrl.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/\/+$/, '')
  const bytes = sha1(Uint8Array.from([...namespace, ...utf8(name)])).slice(0, 16)
  // RFC 9562, sections 4.1 and 4.2: the variant and the version stand in two of the bytes.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
