import type { Asset, AssetKind } from '../../../../shared/model/asset.ts'
import type { Notes } from '../report.ts'
import type { TakenMedia } from './take-media.ts'

const words: Record<AssetKind, string> = {
  image: 'a picture',
  video: 'a video',
  audio: 'a sound recording',
  captions: 'captions',
}

/** Finds media among those taken in; what is not there, or of another kind than the place needs, is reported. */
export function lookupIn(taken: TakenMedia, notes: Notes, used: Map<string, Asset>) {
  return (path: string, line: number, kind: AssetKind): Asset | null => {
    const found = taken.get(path)
    if (!found || 'problem' in found) {
      notes.leftOut(line, path || 'a file without a name', found?.problem ?? 'There is no such file.')
      return null
    }
    if (found.asset.kind !== kind) {
      notes.leftOut(
        line,
        path,
        `${path} was not taken: here belongs ${words[kind]}, and it is ${words[found.asset.kind]}.`,
      )
      return null
    }
    used.set(found.asset.id, found.asset)
    return found.asset
  }
}
