import { readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import type { OwnPage } from '../serve-zip.ts'

const require = createRequire(import.meta.url)

/**
 * The pages of a small LMS: `lms.html` frames the package, lends it scorm-again's SCORM 1.2 run-time behind the strict
 * layer, and keeps in localStorage what was *committed* (never what was only set) and every call, so that both outlive the
 * tab. An attempt that was left with `suspend` resumes. The page's query gives the launch its `mode` (`review`, `browse`);
 * `api=none` makes it a page that is no LMS at all. `mastery` is the manifest's score to pass, or empty.
 */
export function hostFiles({
  launchHref,
  mastery,
}: {
  launchHref: string
  mastery: string
}): Map<string, OwnPage> {
  const strict = readFileSync(new URL('../../../shared/lms/strict-scorm12.ts', import.meta.url), 'utf8')
  return new Map([
    [
      'lms.html',
      {
        type: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><title>LMS</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100% } iframe { display: block }</style>
<script src="/scorm-again.js"></script><script type="module" src="/lms.js"></script><body></body></html>`,
      },
    ],
    [
      'scorm-again.js',
      { type: 'text/javascript', body: readFileSync(require.resolve('scorm-again/scorm12'), 'utf8') },
    ],
    ['strict.js', { type: 'text/javascript', body: stripTypeScriptTypes(strict) }],
    [
      'lms.js',
      {
        type: 'text/javascript',
        body: `const launch = ${JSON.stringify({ launchHref, mastery })}\n${hostScript}`,
      },
    ],
  ])
}

const hostScript = `
import { strictScorm12 } from '/strict.js'

const parameters = new URLSearchParams(location.search)
const read = (name, empty) => JSON.parse(localStorage.getItem(name) ?? empty)
const committed = read('committed', '{}')
const isFirst = Object.keys(committed).length === 0
const isResumed = committed['cmi.core.exit'] === 'suspend'

if (parameters.get('api') !== 'none') {
  const inner = new Scorm12API({ autocommit: false, lmsCommitUrl: false, logLevel: 5 })
  const { 'cmi.core.exit': _exit, 'cmi.core.session_time': _time, ...kept } = committed
  inner.loadFromFlattenedJSON({
    'cmi.core.student_id': 'learner-1',
    'cmi.core.student_name': 'Learner, One',
    'cmi.core.lesson_mode': parameters.get('mode') ?? 'normal',
    'cmi.core.credit': (parameters.get('mode') ?? 'normal') === 'normal' ? 'credit' : 'no-credit',
    'cmi.student_data.mastery_score': launch.mastery,
    'cmi.core.entry': isFirst ? 'ab-initio' : isResumed ? 'resume' : '',
    ...kept,
  }, '')
  const pending = { ...committed }
  const calls = read('calls', '[]')
  window.API = strictScorm12(inner, (call) => {
    calls.push({ ...call, launch: Number(localStorage.getItem('launches')) })
    localStorage.setItem('calls', JSON.stringify(calls))
    if (call.result !== 'true') return
    if (call.method === 'LMSSetValue') pending[call.element] = call.value
    if (call.method === 'LMSCommit' || call.method === 'LMSFinish')
      localStorage.setItem('committed', JSON.stringify(pending))
  })
}
localStorage.setItem('launches', String(Number(localStorage.getItem('launches')) + 1))
const frame = document.createElement('iframe')
frame.src = '/package/' + launch.launchHref
frame.title = 'Module'
frame.allow = 'fullscreen'
document.body.append(frame)
`
