import type { Asset } from '../../../../shared/model/asset.ts'
import { type ProjectRecord, usesOf } from '../../../../shared/model/records.ts'

/** Assets in the order `records` first show them, each once. */
export function assetsShown(records: readonly ProjectRecord[]): Asset[] {
  const assets = new Map(records.flatMap((record) => (record.type === 'asset' ? [[record.id, record]] : [])))
  const shown = new Set(records.flatMap(usesOf))
  return [...shown].flatMap((id) => assets.get(id) ?? [])
}

/** A file name for each asset: its own where every system takes it, unlike all others whatever their case. */
export function mediaNames(assets: readonly Asset[]): Map<string, string> {
  const taken = new Set<string>()
  const names = new Map<string, string>()
  for (const asset of assets) {
    const name = safeFileName(asset)
    const dot = name.lastIndexOf('.')
    let candidate = name
    for (let number = 2; taken.has(candidate.toLowerCase()); number += 1)
      candidate = `${name.slice(0, dot)}-${number}${name.slice(dot)}`
    taken.add(candidate.toLowerCase())
    names.set(asset.id, candidate)
  }
  return names
}

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)\./i

function safeFileName({ name, extension }: Asset): string {
  const cleaned = name
    .normalize('NFC')
    // A podcast's script has single blanks alone, and screenshots have narrow ones in their names.
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]+/gu, '-')
    .replace(/^[.\s-]+/, '')
    .replace(/[.\s]+$/, '')
  const hasExtension = /.\.[A-Za-z0-9]{1,8}$/.test(cleaned)
  const full = hasExtension ? cleaned : `${cleaned || 'media'}.${extension}`
  const short = full.length > 120 ? `${full.slice(0, 100)}${full.slice(full.lastIndexOf('.'))}` : full
  return reserved.test(short) ? `media-${short}` : short
}
