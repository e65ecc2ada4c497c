import { createContext, useContext } from 'react'
import { type Words, wordsFor } from '../../../shared/bundle/words.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Draft } from '../../../shared/model/edit.ts'

/** What the editors of a step's texts are lent. */
export type TextEnvironment = {
  /** BCP 47; spelling is checked in it. */
  language: string
  /** What the learner's page itself says, in that language. */
  words: Words
  asset: (id: string) => Asset | null
  mediaUrl: (asset: Asset) => string
  importMedia: (file: File) => Promise<Asset | null>
  /** The project's undo and redo: text has none of its own. */
  undo: () => void
  redo: () => void
}

const nothing: TextEnvironment = {
  language: 'en',
  words: wordsFor('en'),
  asset: () => null,
  mediaUrl: () => '',
  importMedia: () => Promise.resolve(null),
  undo: () => {},
  redo: () => {},
}

export const TextEnvironmentContext = createContext<TextEnvironment>(nothing)

export function useTextEnvironment(): TextEnvironment {
  return useContext(TextEnvironmentContext)
}

/** Assets that were brought in here, by id. They become records with the edit that shows them. */
const broughtIn = new Map<string, Asset>()

export function bringIn(asset: Asset): void {
  broughtIn.set(asset.id, asset)
}

/** Puts those of `ids` into the project that were brought in here and are not part of it: for the edit that shows them. */
export function admitAssets(draft: Draft, ids: readonly string[]): void {
  for (const id of ids) {
    const asset = broughtIn.get(id)
    if (asset && !draft[id]) draft[id] = asset
  }
}
