/** What a server answered: its status (0 when nobody answered) and what it sent, if that was JSON. */
export type Answer = { status: number; body: unknown }

/**
 * Asks an LRS. `isLeaving`: the page goes away, and the request must outlive it. Never throws.
 */
export type Client = (
  method: 'GET' | 'PUT' | 'POST',
  resource: string,
  parameters: Readonly<Record<string, string>>,
  body?: unknown,
  isLeaving?: boolean,
) => Promise<Answer>

/** Milliseconds after which nobody answers any more. */
const patience = 15_000

export const isStored = (status: number) => status >= 200 && status < 300

/** A request with an end, whose answer is JSON or nothing. Never throws. */
export async function request(window: Window, url: string, options: RequestInit): Promise<Answer> {
  const giveUp = new AbortController()
  const timer = window.setTimeout(() => giveUp.abort(), patience)
  try {
    const response = await window.fetch(url, { cache: 'no-store', signal: giveUp.signal, ...options })
    const words = await response.text()
    return { status: response.status, body: parsed(words) }
  } catch {
    return { status: 0, body: null }
  } finally {
    window.clearTimeout(timer)
  }
}

export function openClient(window: Window, endpoint: string, authorization: string): Client {
  return (method, resource, parameters, body, isLeaving = false) => {
    const query = new URLSearchParams(parameters).toString()
    return request(window, `${endpoint.replace(/\/*$/, '/')}${resource}${query ? `?${query}` : ''}`, {
      method,
      keepalive: isLeaving,
      headers: {
        authorization,
        'x-experience-api-version': '1.0.3',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }
}

/** What JSON says; null when it is none. */
export function parsed(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}
