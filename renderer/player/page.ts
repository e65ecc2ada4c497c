import type { Bundle, TrackingKind, TrackingSettings } from '../../shared/bundle/format.ts'
import { escapeHtml } from './html/jsx-runtime.ts'

/**
 * What the page may do. `file:` beside `'self'`: a page opened from disk has no origin, and browsers do not agree what its
 * own files then are. Pictures and media may come from another https host, because LMSs redirect their large files to one;
 * scripts may not, and nothing may be sent anywhere: records go through the LMS's own page, but for cmi5 and xAPI, whose
 * record keeper is whatever address launched the page.
 */
const policyFor = (kind: TrackingKind) => [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'unsafe-inline'",
  "img-src 'self' file: https: data:",
  "media-src 'self' file: https: data:",
  ...(kind === 'cmi5' || kind === 'xapi' ? ["connect-src 'self' https: http:"] : []),
  "form-action 'none'",
  "base-uri 'none'",
]

/** The page around the player fills the window; these rules are the published page's own and no part of player.css. */
const pageStyle =
  // What takes the focus must not end up behind the header or the buttons, which stay where they are.
  'html{scroll-padding-block:4.5rem 6rem}body{margin:0}#morsel .morsel{min-height:100vh;min-height:100dvh}' +
  // On paper: the words of all pages as one document, and nothing that is for pressing.
  '@media print{#morsel .morsel{display:block;min-height:0;background:none;color:#000;font-size:11pt;color-scheme:light}' +
  '#morsel :is(.header-line>:not(p),.progress,.footer,output,.screen-quiz,.results,.video,[data-step=welcome],[data-step=ended]){display:none}' +
  '#morsel .header{position:static}#morsel .module-title{font-size:20pt;white-space:normal;color:#000}' +
  '#morsel .screen{display:block;animation:none}#morsel .heading{margin:18pt 0 6pt;font-size:15pt}' +
  '#morsel :is(.heading,h2,h3){break-after:avoid}#morsel :is(figure,.callout,table,blockquote){break-inside:avoid}#morsel img{max-height:9cm}}'

export type PageParts = {
  bundle: Bundle
  /** Every screen, the first in sight. */
  html: string
  css: string
  tracking: TrackingSettings
  /** What to say where scripts are switched off. */
  withoutScript: string
  /** What a format needs in its page beside the usual: markup of ours for the head, and what the policy must allow for it. */
  extras?: { head: string; policy: readonly string[] }
}

/**
 * The whole of a published module's index.html. Its first screen is there before any script; the bundle is inside, so that
 * it also plays from disk; every address is relative to it: `player.js` and `media/…` lie beside it.
 */
export function pageHtml({ bundle, html, css, tracking, withoutScript, extras }: PageParts): string {
  return `<!doctype html>
<html lang="${escapeHtml(bundle.language)}" dir="${bundle.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${[...policyFor(tracking.kind), ...(extras?.policy ?? [])].join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(bundle.title)}</title>
<link rel="icon" href="data:,">
<script defer src="player.js"></script>
<style>${pageStyle}${css.replace(/<\//g, '<\\/')}</style>${extras?.head ?? ''}
</head>
<body>
<div id="morsel">${html}</div>
<noscript><p role="alert">${escapeHtml(withoutScript)}</p></noscript>
<script type="application/json" id="morsel-bundle">${embedJson(bundle)}</script>
<script type="application/json" id="morsel-tracking">${embedJson(tracking)}</script>
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
