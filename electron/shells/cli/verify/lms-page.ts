import type { BundleFormat } from '../../../../shared/contract/publish.ts'

/** What our LMS knows of the package: the page to launch, with all of its query, and the objectives its manifest names. */
export type Launching = { format: BundleFormat; href: string; objectives: readonly string[] }

/**
 * The page that is our LMS: it frames the package, and for SCORM lends it a run-time behind the strict layer. `calls` and
 * `committed` are what is to be known of the visit; a value counts only once it was committed.
 */
export function lmsPage(launching: Launching): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>LMS</title><link rel="icon" href="data:,">
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100% } iframe { display: block }</style>
<body><script type="module">
import { memoryScorm12, memoryScorm2004 } from '/lms/memory-runtimes.js'
import { strictScorm12 } from '/lms/strict-scorm12.js'
import { strictScorm2004 } from '/lms/strict-scorm2004.js'
const launching = ${JSON.stringify(launching).replace(/</g, '\\u003c')}
const kept = Object.fromEntries(launching.objectives.map((id, place) => ['cmi.objectives.' + place + '.id', id]))
window.calls = []
window.committed = {}
const record = (call) => {
  window.calls.push(call)
  if (/^(LMSCommit|LMSFinish|Commit|Terminate)$/.test(call.method) && call.result === 'true')
    window.committed = { ...kept }
}
if (launching.format === 'scorm12') window.API = strictScorm12(memoryScorm12(kept), record)
if (launching.format === 'scorm2004') window.API_1484_11 = strictScorm2004(memoryScorm2004(kept), record)
const frame = document.createElement('iframe')
frame.src = launching.href
frame.title = 'Module'
frame.allow = 'fullscreen; autoplay'
document.body.append(frame)
</script></body></html>`
}
