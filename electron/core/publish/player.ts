import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bundle, TrackingKind, TrackingSettings } from '../../../shared/bundle/format.ts'
import { StudioError } from '../../../shared/errors.ts'

/** What the page of one format has beside the usual: more for its head, and more that its policy allows. */
export type PageExtras = { head: string; policy: readonly string[] }

/** What the player's build lends publishing: the page of a bundle as HTML, and the script that tracks in one way. */
export type Player = {
  page: (bundle: Bundle, tracking: TrackingSettings, extras?: PageExtras) => string
  script: Uint8Array
}

type Prerender = {
  renderPage: (page: {
    bundle: Bundle
    tracking: TrackingSettings
    css: string
    extras?: PageExtras
  }) => string
}

/** The player as it was built into `built`/player; `player-missing` when it was not. */
export async function loadPlayer(built: string, kind: TrackingKind): Promise<Player> {
  const folder = join(built, 'player')
  const prerender = join(folder, 'prerender.mjs')
  try {
    const [script, css, { mtimeMs }] = await Promise.all([
      readFile(join(folder, `player-${kind}.js`)),
      readFile(join(folder, 'player.css'), 'utf8'),
      stat(prerender),
    ])
    // Modules are cached by address: a player that was built anew while the studio runs is another address.
    const address = `${pathToFileURL(prerender).href}?built=${mtimeMs}`
    const { renderPage } = (await import(/* @vite-ignore */ address)) as Prerender
    return {
      script,
      page: (bundle, tracking, extras) => renderPage({ bundle, tracking, css, ...(extras && { extras }) }),
    }
  } catch (error) {
    throw new StudioError('player-missing', { path: folder }, { cause: error })
  }
}
