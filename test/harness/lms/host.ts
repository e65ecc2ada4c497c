import { readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import type { OwnPage } from '../serve-zip.ts'

const require = createRequire(import.meta.url)

export type Edition = 'scorm12' | 'scorm2004'

/** What an edition calls things, for the page below. */
const editions = {
  scorm12: {
    api: 'API',
    runtime: 'Scorm12API',
    prefix: 'LMS',
    finish: 'LMSFinish',
    strict: { file: 'strict-scorm12', name: 'strictScorm12', parts: [] },
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    mode: 'cmi.core.lesson_mode',
    own: { 'cmi.core.student_id': 'learner-1', 'cmi.core.student_name': 'Learner, One' },
    entry: 'cmi.core.entry',
    credit: 'cmi.core.credit',
    passing: 'cmi.student_data.mastery_score',
  },
  scorm2004: {
    api: 'API_1484_11',
    runtime: 'Scorm2004API',
    prefix: '',
    finish: 'Terminate',
    strict: { file: 'strict-scorm2004', name: 'strictScorm2004', parts: ['strict-scorm2004-model'] },
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    mode: 'cmi.mode',
    own: { 'cmi.learner_id': 'learner-1', 'cmi.learner_name': 'Learner, One' },
    entry: 'cmi.entry',
    credit: 'cmi.credit',
    passing: 'cmi.scaled_passing_score',
  },
}

/** A source of ours as a browser runs it, without its types. */
function script(file: string): OwnPage {
  const source = readFileSync(new URL(`../../../shared/lms/${file}.ts`, import.meta.url), 'utf8')
  return { type: 'text/javascript', body: stripTypeScriptTypes(source) }
}

/**
 * The pages of a small LMS: `lms.html` frames the package, lends it scorm-again's run-time behind the strict layer, and keeps
 * in localStorage what was *committed* (never what was only set) and every call, so that both outlive the tab. An attempt
 * that was left with `suspend` resumes. While the browser is offline nothing is committed. The page's query gives the launch
 * its `mode` (`review`, `browse`); `api=none` makes it a page that is no LMS at all. `mastery` is the manifest's score to
 * pass, or empty.
 */
export function hostFiles({
  edition,
  launchHref,
  mastery,
}: {
  edition: Edition
  launchHref: string
  mastery: string
}): Map<string, OwnPage> {
  const names = editions[edition]
  const launch = JSON.stringify({ launchHref, mastery, ...names })
  const { file, name, parts } = names.strict
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
      { type: 'text/javascript', body: readFileSync(require.resolve(`scorm-again/${edition}`), 'utf8') },
    ],
    ...[file, ...parts].map((part): [string, OwnPage] => [`${part}.ts`, script(part)]),
    [
      'lms.js',
      {
        type: 'text/javascript',
        body: `import { ${name} as strict } from '/${file}.ts'\nconst launch = ${launch}\n${hostScript}`,
      },
    ],
  ])
}

const hostScript = `
const parameters = new URLSearchParams(location.search)
const read = (name, empty) => JSON.parse(localStorage.getItem(name) ?? empty)
const committed = read('committed', '{}')
const isFirst = Object.keys(committed).length === 0
const isResumed = committed[launch.exit] === 'suspend'
const mode = parameters.get('mode') ?? 'normal'

/** Commits and ends fail while there is no network, as they do where each is a request. */
function cutOff(inner) {
  let error = null
  const guarded = (name) => (...words) => {
    error = navigator.onLine || !/Commit|Finish|Terminate/.test(name) ? null : launch.prefix ? '101' : '391'
    return error ? 'false' : inner[name](...words)
  }
  const names = ['Initialize', 'GetValue', 'SetValue', 'Commit', 'GetErrorString', 'GetDiagnostic'].map((name) => launch.prefix + name)
  const api = Object.fromEntries([...names, launch.finish].map((name) => [name, guarded(name)]))
  return { ...api, [launch.prefix + 'GetLastError']: () => error ?? inner[launch.prefix + 'GetLastError']() }
}

if (parameters.get('api') !== 'none') {
  const inner = new window[launch.runtime]({ autocommit: false, lmsCommitUrl: false, logLevel: 5 })
  const { [launch.exit]: _exit, [launch.time]: _time, ...kept } = committed
  inner.loadFromFlattenedJSON({
    ...launch.own,
    [launch.mode]: mode,
    [launch.credit]: mode === 'normal' ? 'credit' : 'no-credit',
    ...(launch.mastery && { [launch.passing]: launch.mastery }),
    [launch.entry]: isFirst ? 'ab-initio' : isResumed ? 'resume' : '',
    ...kept,
  }, '')
  const pending = { ...committed }
  let calls = Number(localStorage.getItem('calls'))
  window[launch.api] = strict(cutOff(inner), (call) => {
    // One entry a call: rewritten with each of them, a long visit's list would cost more than the visit.
    localStorage.setItem('call ' + calls, JSON.stringify({ ...call, launch: Number(localStorage.getItem('launches')) }))
    localStorage.setItem('calls', String(++calls))
    if (call.result !== 'true') return
    if (call.method.endsWith('SetValue')) pending[call.element] = call.value
    if (/Commit|Finish|Terminate/.test(call.method))
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
