import { renderToString } from 'preact-render-to-string'
import type { VNode } from 'preact'
import type { Bundle, TrackingKind } from '../../shared/bundle/format.ts'
import { firstSession } from './first-session.ts'
import { pageHtml } from './page.ts'
import { Player } from './Player.tsx'
import { emptyDraft, type PlayerActions } from './state.ts'
import { wordsFor } from './words/index.ts'

/** The first screen of a module as HTML: what a learner reads before any script has run. */
export function prerender(bundle: Bundle): string {
  const state = { session: firstSession(bundle, 0), draft: emptyDraft, notice: null }
  const player = (
    <Player bundle={bundle} words={wordsFor(bundle.language)} state={state} actions={noActions} />
  )
  return renderToString(player as unknown as VNode)
}

const nothing = () => {}
const noActions: PlayerActions = {
  goTo: nothing,
  goBy: nothing,
  respond: nothing,
  check: nothing,
  retry: nothing,
  dismissNotice: nothing,
}

/** The whole index.html of a published or previewed module. `css` is the built player.css. */
export function renderPage({
  bundle,
  tracking,
  css,
}: {
  bundle: Bundle
  tracking: TrackingKind
  css: string
}): string {
  return pageHtml({ bundle, html: prerender(bundle), css, tracking, words: wordsFor(bundle.language) })
}
