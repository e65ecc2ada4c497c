import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A stand-in for the built pages, for tests of what packs and serves them without running them. */
export function writePretendPlayer(built: string): void {
  mkdirSync(join(built, 'player'), { recursive: true })
  mkdirSync(join(built, 'preview', 'assets'), { recursive: true })
  const page =
    "export const renderPage = ({ bundle, tracking, css, scripts, extras }) => `<!doctype html><title>${bundle.id}</title><style>${css}</style>${extras?.head ?? ''}${tracking.kind}${scripts.map(({ code }) => `<script>${code}</script>`).join('')}`\n"
  writeFileSync(join(built, 'player', 'prerender.mjs'), page)
  for (const kind of ['scorm12', 'scorm2004', 'cmi5', 'xapi', 'local'])
    writeFileSync(join(built, 'player', `player-${kind}.js`), '/* player */')
  for (const name of ['worker', 'register'])
    writeFileSync(join(built, 'player', `offline-${name}.js`), `/* ${name} */`)
  writeFileSync(join(built, 'player', 'player.css'), 'body { margin: 0 }')
  writeFileSync(join(built, 'preview', 'index.html'), '<!doctype html><title>LMS</title>')
  writeFileSync(join(built, 'preview', 'assets', 'lms.js'), '/* lms */')
}
