/** As deep as any LMS nests its frames; a page that is its own ancestor by a trick must not hang us. */
const deepest = 20

/**
 * Looks for an LMS's API object: in the window and its parents, then in the window that opened the topmost one, and its
 * parents. Null when there is none. A frame of another origin says nothing and is passed over.
 */
export function findApi<Api>(from: Window, name: string): Api | null {
  return searchParents<Api>(from, name) ?? searchOpener<Api>(from, name)
}

function searchParents<Api>(from: Window, name: string): Api | null {
  let page = from
  for (let depth = 0; depth < deepest; depth++) {
    const api = peek<Api>(page, name)
    if (api) return api
    const parent = quietly(() => page.parent)
    if (!parent || parent === page) return null
    page = parent
  }
  return null
}

function searchOpener<Api>(from: Window, name: string): Api | null {
  const opener =
    quietly(() => from.top?.opener as Window | null) ?? quietly(() => from.opener as Window | null)
  return opener ? searchParents<Api>(opener, name) : null
}

function peek<Api>(page: Window, name: string): Api | null {
  const api = quietly(() => (page as unknown as Record<string, unknown>)[name])
  return isObject(api) ? (api as Api) : null
}

/** Whether a value is an object or a function, of whatever window. */
const isObject = (value: unknown): boolean => Object(value) === value

function quietly<Value>(look: () => Value): Value | null {
  try {
    return look() ?? null
  } catch {
    // Another origin's window: the browser refuses even to say whether there is anything.
    return null
  }
}
