import { type Browser, type CDPSession, chromium } from '@playwright/test'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { type Benchmark, type Measure, percentile } from './report.ts'
import { type CountingSite, countingSite, floorFiles, publishedFiles } from './start-content.ts'

const rounds = 7

/** A phone on “slow 4G”: milliseconds a request takes at least, bytes a second, and how much slower than here it thinks. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const slowdown = 4

/** One start, in milliseconds since the address was opened, and what was asked for until the first answer was given. */
type Start = {
  painted: number
  answered: number
  marked: number
  requests: number
  bytes: number
  heap: number
}

/**
 * Runs in the page: does again and again what a learner does to begin, until the page answers. A module: “Next” until a
 * question is there, then its first choice, and “Check”. The floor: the first choice.
 */
function press(): void {
  const seen = { answered: 0, marked: 0 }
  Object.assign(window, { seen })
  const isModule = () => document.querySelector('#morsel') !== null
  // As the page is written its questions are hidden; later only the one that is shown is in it.
  const shown = () => {
    const question = document.querySelector<HTMLElement>(isModule() ? '.question' : 'fieldset')
    return question?.closest('.screen')?.hasAttribute('hidden') ? null : question
  }
  const timer = setInterval(() => {
    if (!shown()) document.querySelector<HTMLElement>('.button-next')?.click()
    const question = shown()
    if (!question) return
    seen.answered ||= performance.now()
    const choice = question.querySelector<HTMLInputElement>('input')
    if (choice) {
      choice.checked = true
      choice.dispatchEvent(new Event('change', { bubbles: true }))
    }
    question.querySelector<HTMLElement>('[data-do=check]')?.click()
    const verdict = isModule() ? question.dataset.verdict : question.querySelector('output')?.textContent
    if (!verdict) return
    seen.marked = performance.now()
    clearInterval(timer)
  }, 16)
}

/** Runs in the page: the API of an LMS of SCORM 1.2 that takes everything and has nothing yet. */
function offerApi(): void {
  const answer = (word: string) => () => word
  const calls = ['LMSInitialize', 'LMSSetValue', 'LMSCommit', 'LMSFinish'].map((name) => [
    name,
    answer('true'),
  ])
  const reads = [
    ['LMSGetValue', answer('')],
    ['LMSGetLastError', answer('0')],
  ]
  Object.assign(window, { API: Object.fromEntries([...calls, ...reads]) })
}

/**
 * When what `press` waits for had happened. Asked for in a few words: Playwright's own way of waiting brings a script along
 * that keeps a slow processor busy for longer than a page of this size does.
 */
async function timesOf(devtools: CDPSession): Promise<Pick<Start, 'answered' | 'marked' | 'painted'>> {
  const expression = `JSON.stringify({ ...seen, painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime })`
  for (;;) {
    const { result } = await devtools.send('Runtime.evaluate', { expression })
    const times = JSON.parse(String(result.value)) as Partial<Start>
    const { answered = 0, marked = 0, painted } = times
    if (marked > 0 && painted !== undefined) return { answered, marked, painted }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function start(browser: Browser, site: CountingSite): Promise<Start> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  })
  await context.addInitScript(offerApi)
  await context.addInitScript(press)
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable')
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await devtools.send('Network.emulateNetworkConditions', network)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const before = site.asked.length
  let requests = 0
  page.on('request', () => requests++)
  await page.goto(site.url, { waitUntil: 'commit' })
  const { answered, marked, painted } = await timesOf(devtools)
  const asked = site.asked.slice(before)
  const requestsOfPage = requests
  await page.waitForLoadState('load')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  await context.close()
  return {
    painted,
    // Nobody presses what they do not see.
    answered: Math.max(painted, answered),
    marked: Math.max(painted, marked),
    requests: requestsOfPage,
    bytes: asked.reduce((sum, bytes) => sum + bytes, 0),
    heap: metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN,
  }
}

const kilobytes = (bytes: number) => bytes / 1000
const isMedia = (name: string) => /\.(jpg|png|mp4)$/.test(name)

export const benchmark: Benchmark = {
  title: `Start of a module of text, picture and quiz: a phone of 390 px, ${slowdown} times slower than here, on slow 4G (best peer with as much to it: 3.5x the floor, Rise 22x)`,
  async measure() {
    const modules = { web: await publishedFiles('web'), scorm12: await publishedFiles('scorm12') }
    const all = { floor: floorFiles(), ...modules }
    const browser = await chromium.launch({ executablePath: findChromium() })
    const measures: Measure[] = Object.entries(modules).flatMap(([name, files]) => {
      const own = [...files].filter(([file]) => !isMedia(file))
      const bytes = own.reduce((sum, [, content]) => sum + content.length, 0)
      return [
        { name: `${name}, files without media`, value: own.length, unit: 'files', budget: 8 },
        { name: `${name}, their bytes`, value: kilobytes(bytes), unit: 'KB', budget: 60 },
      ]
    })
    for (const isCompressed of [true, false]) {
      const sites = await Promise.all(
        Object.entries(all).map(async ([name, files]) => ({
          name,
          site: await countingSite(files, isCompressed),
          starts: [] as Start[],
        })),
      )
      // In turn, so that whatever else the machine does meets all of them.
      for (let round = 0; round <= rounds; round++)
        for (const { site, starts } of sites) {
          const measured = await start(browser, site)
          // The first of all finds the browser cold.
          if (round > 0) starts.push(measured)
        }
      const median = (name: string, what: keyof Start) =>
        percentile(sites.find((one) => one.name === name)?.starts.map((one) => one[what]) ?? [], 0.5)
      for (const name of Object.keys(modules)) {
        const how = `${name}${isCompressed ? '' : ', nothing compressed'}`
        const floor = (what: keyof Start, budget: number, unit = 1) => ({
          name: 'the floor',
          value: median('floor', what) / unit,
          budget,
        })
        const paint = isCompressed ? 1.15 : 1.5
        measures.push(
          {
            name: `${how}, first paint`,
            value: median(name, 'painted'),
            unit: 'ms',
            floor: floor('painted', paint),
          },
          ...(isCompressed
            ? [
                {
                  name: `${how}, first press answered`,
                  value: median(name, 'answered'),
                  unit: 'ms',
                  floor: floor('marked', 1.3),
                },
                {
                  name: `${how}, first answer marked`,
                  value: median(name, 'marked'),
                  unit: 'ms',
                  floor: floor('marked', 1.3),
                },
                {
                  name: `${how}, requests until then`,
                  value: median(name, 'requests'),
                  unit: 'requests',
                  budget: 4,
                },
                {
                  name: `${how}, heap`,
                  value: median(name, 'heap') / 1_000_000,
                  unit: 'MB',
                  floor: floor('heap', 1.3, 1_000_000),
                },
              ]
            : [{ name: `${how}, first press answered`, value: median(name, 'answered'), unit: 'ms' }]),
          { name: `${how}, sent until then`, value: kilobytes(median(name, 'bytes')), unit: 'KB' },
        )
      }
      await Promise.all(sites.map(({ site }) => site.close()))
    }
    await browser.close()
    return measures
  },
}
