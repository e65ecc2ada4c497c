import type { Stereo, Wanted } from './mix-block.ts'

/** So many are had at once: the rest of the page asks for things too. */
const atOnce = 4

const keyOf = ({ sound, part }: Wanted) => `${sound}/${part ?? ''}`

/** Sounds that are held while they are wanted, and no longer. */
export type Sounds = {
  /** Holds these and no others, and has what is not there yet, in this order. */
  want: (all: readonly Wanted[]) => void
  /** Null while it is not there, or when it cannot be had. */
  get: (wanted: Wanted) => Stereo | null
  /** What was wrong with one that cannot be had. */
  failureOf: (wanted: Wanted) => Error | null
  /** Tries again what could not be had. */
  retry: () => void
  /** Lets go of everything. */
  clear: () => void
}

type Held = { stop: AbortController; sound: Stereo | null; failure: Error | null; isAsked: boolean }

/** `onCome` is told whenever one has come, or has failed. */
export function createSounds(
  load: (wanted: Wanted, signal: AbortSignal) => Promise<Stereo>,
  onCome: () => void,
): Sounds {
  const held = new Map<string, Held & { wanted: Wanted }>()
  let asked = 0

  function askOn() {
    for (const one of held.values()) {
      if (asked >= atOnce) return
      if (!one.isAsked) void ask(one)
    }
  }
  async function ask(one: Held & { wanted: Wanted }) {
    one.isAsked = true
    asked++
    try {
      one.sound = await load(one.wanted, one.stop.signal)
    } catch (error) {
      one.failure = error instanceof Error ? error : new Error(String(error))
    }
    asked--
    if (one.stop.signal.aborted) return askOn()
    askOn()
    onCome()
  }
  function drop(key: string) {
    held.get(key)?.stop.abort()
    held.delete(key)
  }

  return {
    want(all) {
      const keys = new Set(all.map(keyOf))
      for (const key of held.keys()) if (!keys.has(key)) drop(key)
      for (const wanted of all) {
        const key = keyOf(wanted)
        if (held.has(key)) continue
        held.set(key, { wanted, stop: new AbortController(), sound: null, failure: null, isAsked: false })
      }
      askOn()
    },
    get: (wanted) => held.get(keyOf(wanted))?.sound ?? null,
    failureOf: (wanted) => held.get(keyOf(wanted))?.failure ?? null,
    retry() {
      for (const [key, { failure }] of held) if (failure) drop(key)
    },
    clear() {
      for (const key of held.keys()) drop(key)
    },
  }
}
