import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bundle, TrackingKind, TrackingSettings } from '../../../shared/bundle/format.ts'
import { StudioError } from '../../../shared/errors.ts'

/** What the page of one format has beside the usual: more for its head, more that its policy allows, more built scripts. */
export type PageExtras = { head: string; policy: readonly string[]; scripts: readonly string[] }

/** A module's page, and the scripts in it, as a content security policy names them (`'sha256-…'`). */
export type Page = { html: string; scriptSources: readonly string[] }

/** What the player's build lends publishing: the page of a bundle, whole. */
export type Player = { page: (bundle: Bundle, tracking: TrackingSettings) => Page }

type Script = { code: string; source: string }

type Prerender = {
  renderPage: (page: {
    bundle: Bundle
    tracking: TrackingSettings
    css: string
    scripts: readonly Script[]
    extras?: PageExtras
  }) => string
}

/** The player as it was built into `built`/player; `player-missing` when it was not. */
export async function loadPlayer(built: string, kind: TrackingKind, extras?: PageExtras): Promise<Player> {
  const folder = join(built, 'player')
  const prerender = join(folder, 'prerender.mjs')
  const script = (name: string) => readScript(join(folder, `${name}.js`))
  try {
    const [css, parts, main, more, { mtimeMs }] = await Promise.all([
      readFile(join(folder, 'player.css'), 'utf8'),
      readParts(folder),
      script(`player-${kind}`),
      Promise.all((extras?.scripts ?? []).map(script)),
      stat(prerender),
    ])
    // Modules are cached by address: a player that was built anew while the studio runs is another address.
    const address = `${pathToFileURL(prerender).href}?built=${mtimeMs}`
    const { renderPage } = (await import(/* @vite-ignore */ address)) as Prerender
    return {
      page(bundle, tracking) {
        const needed = parts.filter((part) => bundle.steps.some((step) => step.kind === part.kind))
        const scripts = [...needed.map((part) => part.script), main, ...more]
        const style = [css, ...needed.map((part) => part.css)].join('')
        return {
          html: renderPage({ bundle, tracking, css: style, scripts, ...(extras && { extras }) }),
          scriptSources: scripts.map(({ source }) => source),
        }
      },
    }
  } catch (error) {
    throw new StudioError('player-missing', { path: folder }, { cause: error })
  }
}

/** What only modules with a step of that kind have in their page. */
type Part = { kind: string; script: Script; css: string }

async function readParts(folder: string): Promise<Part[]> {
  const files = await readdir(folder)
  const kinds = files.flatMap((file) => /^part-([\w-]+)\.js$/.exec(file)?.[1] ?? []).toSorted()
  return Promise.all(
    kinds.map(async (kind) => ({
      kind,
      script: await readScript(join(folder, `part-${kind}.js`)),
      css: files.includes(`part-${kind}.css`) ? await readFile(join(folder, `part-${kind}.css`), 'utf8') : '',
    })),
  )
}

async function readScript(path: string): Promise<Script> {
  const code = (await readFile(path, 'utf8')).trim()
  return { code, source: `'sha256-${createHash('sha256').update(code).digest('base64')}'` }
}
