import type { Asset } from '../model/asset.ts'
import type { Range } from '../model/steps/video.ts'

/**
 * A file the bundle refers to, and how it is made. `path` is relative to the bundle's root and follows from the content
 * and the cut alone, so the same media always lies under the same name. Ranges and moments are seconds of the original.
 */
export type MediaRequest = { path: string; mediaType: string; asset: string } & (
  | { kind: 'file' }
  /** The kept ranges, in a form browsers play; empty ranges mean all of it. */
  | { kind: 'rendition'; ranges: Range[] }
  /** A JPEG of one frame. */
  | { kind: 'frame'; seconds: number }
  /** WebVTT, timed anew to the kept ranges; empty ranges mean all of it. */
  | { kind: 'captions'; ranges: Range[] }
)

/** The image as it is, or a copy that browsers can show. */
export function imageRequest(asset: Asset): MediaRequest {
  return wholeFile(asset)
}

/** A finished episode, as it was rendered. */
export function episodeRequest(asset: Asset): MediaRequest {
  return wholeFile(asset)
}

/** What is kept of `asset`: the file itself when nothing is cut and browsers can play it, else a rendition as MP4. */
export function videoRequest(asset: Asset, ranges: Range[]): MediaRequest {
  if (ranges.length === 0 && asset.playable) return wholeFile(asset)
  const path = `media/${start(asset)}${rangesName(ranges)}.mp4`
  return { kind: 'rendition', path, mediaType: 'video/mp4', asset: asset.id, ranges }
}

/** The frame at `seconds` of the original. */
export function frameRequest(asset: Asset, seconds: number): MediaRequest {
  const path = `media/${start(asset)}-${milliseconds(seconds)}.jpg`
  return { kind: 'frame', path, mediaType: 'image/jpeg', asset: asset.id, seconds }
}

/** The captions of a recording of which `ranges` are kept. */
export function captionsRequest(asset: Asset, ranges: Range[]): MediaRequest {
  const path = `media/${start(asset)}${rangesName(ranges)}.vtt`
  return { kind: 'captions', path, mediaType: 'text/vtt', asset: asset.id, ranges }
}

/**
 * The ranges worth cutting: within the recording, and none when together they are all of it. Trimming to the whole length
 * must not re-encode.
 */
export function rangesToCut(keep: readonly Range[], seconds: number | null): Range[] {
  const end = seconds ?? Number.POSITIVE_INFINITY
  const inside = keep
    .map((range) => ({ start: range.start, end: Math.min(range.end, end) }))
    .filter((range) => range.end > range.start)
  const [only] = inside
  const isWhole = inside.length === 1 && only && milliseconds(only.start) === 0 && only.end >= end - 0.001
  return isWhole ? [] : inside
}

/** How long the kept ranges last together, in seconds. */
export function keptSeconds(ranges: readonly Range[], seconds: number): number {
  return ranges.length === 0 ? seconds : ranges.reduce((sum, range) => sum + range.end - range.start, 0)
}

function wholeFile(asset: Asset): MediaRequest {
  const path = `media/${start(asset)}.${asset.extension}`
  return { kind: 'file', path, mediaType: asset.mediaType, asset: asset.id }
}

/** 48 bits of the content's hash: enough that two files of one module never share a name. */
function start(asset: Asset): string {
  return asset.sha256.slice(0, 12)
}

/** Longer names than this are shortened: some systems stop at 255 bytes a name, and LMSs unpack into deep folders. */
const longestName = 100

function rangesName(ranges: readonly Range[]): string {
  const name = ranges.map((range) => `-${milliseconds(range.start)}-${milliseconds(range.end)}`).join('')
  return name.length <= longestName ? name : `-${ranges.length}-${checksum(name)}`
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000)
}

/** FNV-1a over 64 bits, in hexadecimal. A name only: nobody gains by making two lists of cuts of one recording collide. */
function checksum(words: string): string {
  let hash = 0xcbf29ce484222325n
  for (let place = 0; place < words.length; place++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(words.charCodeAt(place))) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}
