import type { BrowserContext } from 'playwright'
import type { PackagePlayed } from '../../../core/ports.ts'

type Problem = Extract<PackagePlayed, { problems: unknown }>['problems'][number]

/** Notes whatever goes wrong in a browser's pages, as sentences. */
export function watchPages(context: BrowserContext, origin: string): Problem[] {
  const problems: Problem[] = []
  const note = (rule: string, what: string) => {
    if (!problems.some((known) => known.what === what)) problems.push({ rule, what })
  }
  const isOurs = (url: string) => url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url)
  const nameOf = (url: string) =>
    url.replace(`${origin}/package/`, '').replace(`${origin}/`, '').split('?')[0] ?? ''
  context.on('request', (request) => {
    if (!isOurs(request.url()))
      note('outside-request', `The page asked another machine for ${request.url()}.`)
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A recording that is left is not loaded to its end.
    if (isOurs(request.url()) && !/ERR_ABORTED/.test(reason))
      note('request-failed', `The page asked for ${nameOf(request.url())} and did not get it (${reason}).`)
  })
  context.on('response', (response) => {
    // In an LRS, 404 means that nothing is kept there yet.
    const isLrs = response.url().startsWith(`${origin}/xapi/`)
    if (response.status() >= 400 && !isLrs)
      note('request-failed', `The page asked for ${nameOf(response.url())} and got ${response.status()}.`)
  })
  context.on('console', (message) => {
    // What is said of a failed request was noted with the request.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      note('console-error', `The page reported an error: ${message.text()}`)
  })
  context.on('weberror', (error) =>
    note('console-error', `A script of the page failed: ${error.error().message}`),
  )
  return problems
}
