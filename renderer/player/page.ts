import type { Bundle, TrackingKind, TrackingSettings } from '../../shared/bundle/format.ts'
import { escapeHtml } from './html/jsx-runtime.ts'

/**
 * What the page may do. Only its own scripts run, each known by its content. `file:` beside `'self'`: a page opened from disk
 * has no origin, and browsers do not agree what its own files then are. Pictures and media may come from another https host,
 * because LMSs redirect their large files to one; nothing may be sent anywhere: records go through the LMS's own page, but
 * for cmi5 and xAPI, whose record keeper is whatever address launched the page.
 */
const policyFor = (kind: TrackingKind, scripts: readonly PageScript[]) => [
  "default-src 'none'",
  `script-src ${scripts.map(({ source }) => source).join(' ')}`,
  "style-src 'unsafe-inline'",
  "img-src 'self' file: https: data:",
  "media-src 'self' file: https: data:",
  ...(kind === 'cmi5' || kind === 'xapi' ? ["connect-src 'self' https: http:"] : []),
  "form-action 'none'",
  "base-uri 'none'",
]

/** The page around the player fills the window: rules of the published page's own, which follow the player's style. */
const pageStyle =
  // What takes the focus must not end up behind the header or the buttons, which stay where they are.
  '.main *{scroll-margin-block:4.5rem 6rem}body{margin:0}.morsel{min-height:100vh;min-height:100dvh}' +
  // On paper: the words of all pages as one document, and nothing that is for pressing.
  '@media print{.morsel{display:block;min-height:0;background:none;color:#000;font-size:11pt;color-scheme:light}' +
  ':is(.header-line>:not(p),.progress,.footer,output,.screen-quiz,.results,.video,[data-step=welcome],[data-step=ended]){display:none}' +
  '.header{position:static}.module-title{font-size:20pt;white-space:normal;color:#000}' +
  '.screen{display:block;animation:none}.heading{margin:18pt 0 6pt;font-size:15pt}' +
  ':is(.heading,h2,h3){break-after:avoid}:is(figure,.callout,table,blockquote){break-inside:avoid}img{max-height:9cm}}'

/** A script of ours that stands in the page, and how a content security policy names it (`'sha256-…'`). */
export type PageScript = { code: string; source: string }

export type PageParts = {
  bundle: Bundle
  /** Every screen, the first in sight. */
  html: string
  css: string
  /** What brings the page to life; no word of an author's is in them, nor anything that would end a script in HTML. */
  scripts: readonly PageScript[]
  tracking: TrackingSettings
  /** What to say where scripts are switched off. */
  withoutScript: string
  /** What a format needs in its page beside the usual: markup of ours for the head, and what else the policy must allow. */
  extras?: { head: string; policy: readonly string[] }
}

/**
 * The whole of a published module's index.html. Its first screen is there before any script; style, bundle and scripts are
 * inside, so that it takes one request and also plays from disk; every address is relative to it: `media/…` lies beside it.
 */
export function pageHtml(parts: PageParts): string {
  const { bundle, html, css, scripts, tracking, withoutScript, extras } = parts
  const policy = [...policyFor(tracking.kind, scripts), ...(extras?.policy ?? [])]
  return `<!doctype html>
<html lang="${escapeHtml(bundle.language)}" dir="${bundle.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(bundle.title)}</title>
<link rel="icon" href="data:,">
<style>${css.replace(/<\//g, '<\\/')}${pageStyle}</style>${extras?.head ?? ''}
</head>
<body>
<div id="morsel">${html}</div>
<noscript><p role="alert">${escapeHtml(withoutScript)}</p></noscript>
<script type="application/json" id="morsel-bundle">${embedJson(bundle)}</script>
<script type="application/json" id="morsel-tracking">${embedJson(tracking)}</script>
${scripts.map(({ code }) => `<script>${code}</script>`).join('')}
</body>
</html>
`
}

/** What the page shows already; the script needs none of it. */
const written = new Set(['html', 'intro', 'stem', 'feedback', 'chapters', 'cues'])

/** JSON that no HTML parser can end early, whatever words an author wrote; also without the two line ends JavaScript knows. */
function embedJson(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (written.has(key) ? undefined : part))
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}
