import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bundle, TrackingKind } from '../../../shared/bundle/format.ts'
import { StudioError } from '../../../shared/errors.ts'

/** What the player's build lends publishing: the page of a bundle as HTML, and the player's script. */
export type Player = {
  page: (bundle: Bundle, tracking: TrackingKind) => string
  script: Uint8Array
}

type Prerender = {
  renderPage: (page: { bundle: Bundle; tracking: TrackingKind; css: string }) => string
}

/** The player as it was built into `built`/player; `player-missing` when it was not. */
export async function loadPlayer(built: string): Promise<Player> {
  const folder = join(built, 'player')
  const prerender = join(folder, 'prerender.mjs')
  try {
    const [script, css, { mtimeMs }] = await Promise.all([
      readFile(join(folder, 'player.js')),
      readFile(join(folder, 'player.css'), 'utf8'),
      stat(prerender),
    ])
    // Modules are cached by address: a player that was built anew while the studio runs is another address.
    const address = `${pathToFileURL(prerender).href}?built=${mtimeMs}`
    const { renderPage } = (await import(/* @vite-ignore */ address)) as Prerender
    return { script, page: (bundle, tracking) => renderPage({ bundle, tracking, css }) }
  } catch (error) {
    throw new StudioError('player-missing', { path: folder }, { cause: error })
  }
}
