import { hash, packNumber } from './base64.ts'

/**
 * Packed state is a row of segments, each with a checksum of its own, the most valuable first. A tail that a record
 * keeper cut off, or a place it damaged, costs the segments from there on and no others.
 */
const separator = '.'
const checksumLength = 3

/** As it is written: the body and three digits that prove it. */
export function seal(body: string): string {
  return body + packNumber(hash(body) % 64 ** checksumLength, checksumLength)
}

/** How long a body of `length` characters is once it is sealed. */
export function sealedLength(length: number): number {
  return length + checksumLength
}

/** Joins as many sealed segments as fit into `limit` characters, in their order; the first too long ends it. */
export function joinSegments(segments: readonly string[], limit: number): string {
  let joined = ''
  for (const segment of segments) {
    const longer = joined === '' ? segment : joined + separator + segment
    if (longer.length > limit) break
    joined = longer
  }
  return joined
}

/** The bodies of the segments that are whole, in their order. */
export function openSegments(packed: string): string[] {
  return packed.split(separator).flatMap((segment) => {
    const body = segment.slice(0, -checksumLength)
    return body !== '' && seal(body) === segment ? [body] : []
  })
}
