import type { Page } from 'playwright'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScormCall } from '../../../../shared/lms/strict-scorm12.ts'
import type { PackagePlayed, PackageVisit } from '../../../core/ports.ts'
import { openBrowser } from './browser.ts'
import { launchOf } from './launch-of.ts'
import { createLrs, type Lrs } from './lrs.ts'
import { playThrough } from './player-page.ts'
import { startSite } from './site.ts'
import { unpack } from './unpack.ts'
import { watchPages } from './watch.ts'

/** Unpacks a package, serves it on loopback inside a small LMS, and plays it in Chromium from first to last screen. */
export async function playPackage(visit: PackageVisit): Promise<PackagePlayed> {
  const browser = await openBrowser()
  if (typeof browser === 'string') return { skipped: browser }
  const temporary = await mkdtemp(join(tmpdir(), 'morsel-verify-'))
  const onAbort = () => void browser.close()
  visit.signal.addEventListener('abort', onAbort)
  try {
    const isFolder = (await stat(visit.path)).isDirectory()
    if (!isFolder) await unpack(visit.path, temporary)
    const folder = isFolder ? visit.path : temporary
    const { href, activity, masteryScore, objectives } = await launchOf(visit.format, (name) =>
      readFile(join(folder, name), 'utf8'),
    )
    const lrs = createLrs({ activity, masteryScore })
    const site = await startSite(folder, lrs)
    try {
      const context = await browser.newContext({ serviceWorkers: 'block' })
      const problems = watchPages(context, site.origin)
      const page = await context.newPage()
      const { format } = visit
      const query = format === 'cmi5' || format === 'xapi' ? `?${lrs.query(format, site.origin)}` : ''
      await page.goto(site.open({ format, href: `/package/${href}${query}`, objectives }))
      const stuck = await playFrame(page)
      if (stuck) problems.push({ rule: 'module-stuck', what: stuck })
      await leave(page, lrs, visit)
      for (const what of await refusals(page, lrs)) problems.push({ rule: 'call-refused', what })
      if (!stuck && !(await isRecorded(page, lrs, visit)))
        problems.push({
          rule: 'result-not-recorded',
          what: 'The module was played to its end and the LMS was not told.',
        })
      return { problems }
    } finally {
      await site.close()
    }
  } finally {
    visit.signal.removeEventListener('abort', onAbort)
    await browser.close()
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Milliseconds the module has to appear, and to say goodbye. */
const patience = 10_000
const farewell = 5000
/** How long the last screen is looked at. */
const lastLook = 1000

async function playFrame(page: Page): Promise<string | null> {
  const element = await page.waitForSelector('iframe', { timeout: patience })
  const frame = await element.contentFrame()
  const heading = frame?.locator('h1').first()
  try {
    await heading?.waitFor({ timeout: patience })
  } catch {
    return 'The module did not appear.'
  }
  return frame ? playThrough(frame) : 'The module did not appear.'
}

/** Closes the module as a tab does, and waits for what it still has to say. */
async function leave(page: Page, lrs: Lrs, { format }: PackageVisit): Promise<void> {
  // Nobody leaves the moment the last screen is there.
  await page.waitForTimeout(lastLook)
  await page.evaluate("document.querySelector('iframe').src = 'about:blank'")
  const end = Date.now() + farewell
  const isDone = async () => {
    if (format === 'cmi5' || format === 'xapi') return lrs.told().includes('terminated')
    if (format === 'web') return true
    const calls = await callsOf(page)
    return calls.some(({ method }) => ['LMSFinish', 'Terminate'].includes(method))
  }
  while (!(await isDone()) && Date.now() < end) await page.waitForTimeout(50)
}

/** A call as the strict layer of either edition keeps it. */
type Call = Omit<ScormCall, 'method'> & { method: string }

const callsOf = (page: Page) => page.evaluate<Call[]>('window.calls')

async function refusals(page: Page, lrs: Lrs): Promise<string[]> {
  const calls = await callsOf(page)
  const refused = calls.filter(
    // In SCORM 2004, 403 says that there is no value yet.
    ({ method, error }) => error !== '0' && !(method === 'GetValue' && error === '403'),
  )
  return [
    ...refused.map(
      ({ method, element, value, error }) =>
        `The LMS refused ${method} ${element} “${value.slice(0, 80)}” (error ${error}).`,
    ),
    ...lrs.problems,
  ]
}

async function isRecorded(page: Page, lrs: Lrs, { format }: PackageVisit): Promise<boolean> {
  if (format === 'web') return true
  if (format === 'cmi5' || format === 'xapi') {
    const told = lrs.told()
    return (
      told.includes('completed') &&
      (format === 'xapi' || (told[0] === 'initialized' && told.at(-1) === 'terminated'))
    )
  }
  const committed = await page.evaluate<Record<string, string>>('window.committed')
  return format === 'scorm12'
    ? /^(completed|passed)$/.test(committed['cmi.core.lesson_status'] ?? '')
    : committed['cmi.completion_status'] === 'completed'
}
