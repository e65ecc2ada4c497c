import type { Browser } from 'playwright'

/**
 * No name leads to another machine. Not by intercepting requests, because those that a page leaves behind as it goes away
 * would be lost with the page.
 */
const nowhereElse = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'

/** A headless Chromium, or the sentence that says why there is none and what to do. */
export async function openBrowser(): Promise<Browser | string> {
  const playwright = await import('playwright').catch(() => null)
  if (!playwright) return 'Playwright is not installed. Run "npm install", then try again.'
  try {
    return await playwright.chromium.launch({ executablePath: await findChromium(), args: [nowhereElse] })
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('\n') : []
    return `no Chromium could be started (${reason}). Install Chromium, or name one in MORSEL_CHROMIUM, then try again.`
  }
}

/** The Chromium that the tests drive, too: one rule for where it is. */
async function findChromium(): Promise<string> {
  const address = new URL('../../../../scripts/lib/chromium.mjs', import.meta.url).href
  const { findChromium: find } = (await import(address)) as { findChromium: () => string | undefined }
  const found = find()
  if (found === undefined) throw new Error('none was found')
  return found
}
