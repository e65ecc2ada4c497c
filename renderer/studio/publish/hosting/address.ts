/** What a person typed as the place of a module on the web: an address, or why it is none. */
export type Hosting = { url: string; isSecure: boolean } | { problem: string }

/**
 * The address of a published folder, as a link needs it: `example.org/bees` becomes `https://example.org/bees/`. Null while
 * nothing was typed.
 */
export function readHosting(typed: string): Hosting | null {
  const words = typed.trim()
  if (words === '') return null
  const problem = `“${words}” is not a web address. Write one like https://example.org/bees/.`
  const isWhole = /^[a-z][a-z0-9+.-]*:\/\//i.test(words)
  let url: URL
  try {
    url = new URL(isWhole ? words : `https://${words}`)
  } catch {
    return { problem }
  }
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  const isReachable = isLocal || url.hostname.includes('.')
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || !isReachable) return { problem }
  url.hash = ''
  const last = url.pathname.split('/').at(-1) ?? ''
  if (last !== '' && !last.includes('.')) url.pathname += '/'
  return { url: url.href, isSecure: url.protocol === 'https:' || isLocal }
}

/** The link to the module, or to one of its steps: the player opens the step that stands behind the `#`. */
export function linkTo(url: string, step: string | null): string {
  return step === null ? url : `${url}#${encodeURIComponent(step)}`
}
