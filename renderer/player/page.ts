import type { Bundle, TrackingKind } from '../../shared/bundle/format.ts'
import type { Words } from './words/words.ts'

/**
 * What the page may do. `file:` beside `'self'`: a page opened from disk has no origin, and browsers do not agree what its
 * own files then are. Pictures and media may come from another https host, because LMSs redirect their large files to one;
 * scripts may not, and nothing may be sent anywhere: records go through the LMS's own page.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'unsafe-inline'",
  "img-src 'self' file: https: data:",
  "media-src 'self' file: https: data:",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ')

/** The page around the player fills the window; these rules are the published page's own and no part of player.css. */
const pageStyle =
  // What takes the focus must not end up behind the header or the buttons, which stay where they are.
  'html{scroll-padding-block:4.5rem 6rem}body{margin:0}#morsel .morsel{min-height:100vh;min-height:100dvh}'

export type PageParts = {
  bundle: Bundle
  /** The first screen, drawn already. */
  html: string
  css: string
  tracking: TrackingKind
  words: Words
}

/**
 * The whole of a published module's index.html. Its first screen is there before any script; the bundle is inside, so that
 * it also plays from disk; every address is relative to it: `player.js` and `media/…` lie beside it.
 */
export function pageHtml({ bundle, html, css, tracking, words }: PageParts): string {
  return `<!doctype html>
<html lang="${escapeText(bundle.language)}" dir="${bundle.direction}" data-tracking="${tracking}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeText(bundle.title)}</title>
<link rel="icon" href="data:,">
<style>${pageStyle}${css.replace(/<\//g, '<\\/')}</style>
</head>
<body>
<div id="morsel">${html}</div>
<noscript><p role="alert">${escapeText(words.withoutScript)}</p></noscript>
<script type="application/json" id="morsel-bundle">${embedJson(bundle)}</script>
<script type="application/json" id="morsel-words">${embedJson(words)}</script>
<script defer src="player.js"></script>
</body>
</html>
`
}

/** JSON that no HTML parser can end early, whatever words an author wrote; also without the two line ends JavaScript knows. */
function embedJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}

function escapeText(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
