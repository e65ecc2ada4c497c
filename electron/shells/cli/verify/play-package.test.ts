import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../../scripts/lib/chromium.mjs'
import { manifestBundle } from '../../../../test/harness/manifest-bundle.ts'
import { formats } from '../../../core/publish/formats/index.ts'
import type { BundleFormat } from '../../../../shared/contract/publish.ts'
import { targetProfiles } from '../../../../shared/lms/profiles.ts'
import { playPackage } from './play-package.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'morsel-play-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bundle = manifestBundle({ steps: [] })

/** A page with as much of the player's as playing needs: two screens, and a script of the test's. */
const page = (
  script: string,
  forward = 'show(2)',
) => `<!doctype html><title>M</title><link rel="icon" href="data:,">
<script type="application/json" id="morsel-bundle">${JSON.stringify(bundle)}</script>
<div class="morsel"><h1>Screen 1</h1><button class="button-next" onclick="${forward}">Next</button></div>
<script>
function show(n) { document.querySelector('.morsel').innerHTML = '<h1>Screen ' + n + '</h1>' }
${script}
</script>`

const scorm12 = `
const lms = parent.API
lms.LMSInitialize('')
addEventListener('pagehide', () => {
  lms.LMSSetValue('cmi.core.lesson_status', 'completed')
  lms.LMSFinish('')
})`

/** Plays a package, as a folder, whose page is `html`; answers what was against it, by rule. */
async function play(format: BundleFormat, html: string): Promise<Record<string, string>> {
  const path = mkdtempSync(join(folder, 'p-'))
  const own = await formats[format].ownFiles(bundle, ['index.html'], targetProfiles.generic)
  for (const { path: name, content } of own) {
    mkdirSync(path, { recursive: true })
    if (content.type === 'text') writeFileSync(join(path, name), content.data)
  }
  writeFileSync(join(path, 'index.html'), html)
  const played = await playPackage({
    path,
    format,
    signal: new AbortController().signal,
  })
  if ('skipped' in played) throw new Error(played.skipped)
  return Object.fromEntries(played.problems.map(({ rule, what }) => [rule, what]))
}

const missing = findChromium() ? '' : ' (needs Chromium)'

describe.skipIf(missing !== '')(`playing a package${missing}`, { timeout: 120_000 }, () => {
  it('has nothing against one that plays, is completed and says goodbye', async () => {
    expect(await play('scorm12', page(scorm12))).toEqual({})
    expect(await play('web', page(''))).toEqual({})
  })

  it('names errors of the page, files that are not there and requests to elsewhere', async () => {
    const script = `${scorm12}
      fetch('media/none.mp4').catch(() => {})
      new Image().src = 'https://example.org/pixel.gif'
      console.error('Oh dear')`
    expect(await play('scorm12', page(script))).toEqual({
      'request-failed': 'The page asked for media/none.mp4 and got 404.',
      'outside-request': 'The page asked another machine for https://example.org/pixel.gif.',
      'console-error': 'The page reported an error: Oh dear',
    })
    expect(await play('web', page('throw new Error("Broken")'))).toEqual({
      'console-error': 'A script of the page failed: Broken',
    })
  })

  it('names calls that a strict LMS refuses', async () => {
    const script = scorm12.replace(
      "lms.LMSInitialize('')",
      "$&; lms.LMSSetValue('cmi.core.score.raw', '101')",
    )
    expect(await play('scorm12', page(script))).toEqual({
      'call-refused': 'The LMS refused LMSSetValue cmi.core.score.raw “101” (error 405).',
    })
  })

  it('names a module that stays where it is, and one that is never recorded', async () => {
    expect(await play('scorm12', page(scorm12, ''))).toEqual({
      'module-stuck': 'The module did not go on from “Screen 1 · Next”.',
    })
    expect(Object.keys(await play('scorm12', page(scorm12.replace(/.*lesson_status.*/, ''))))).toEqual([
      'result-not-recorded',
    ])
    expect(Object.keys(await play('scorm12', '<p>Nothing</p>'))).toContain('module-stuck')
  })

  it('names what an LRS refuses', async () => {
    const script = `
      const query = new URLSearchParams(location.search)
      fetch(query.get('endpoint') + 'statements', { method: 'POST', headers: { authorization: query.get('auth') ?? 'none' } })`
    const problems = await play('xapi', page(script))
    expect(problems['call-refused']).toBe('statements was asked for without xAPI’s version.')
    const untold = await play('cmi5', page(script))
    expect(untold['call-refused']).toBe('statements was asked for without the token.')
    expect(Object.keys(untold)).toContain('result-not-recorded')
  })
})
