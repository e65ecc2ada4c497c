import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'

/**
 * The addresses that files have once the folder of `feed` is at `site`; null for one that lies elsewhere, which has none.
 */
export function addressesOf(feed: string, site: string): (path: string) => string | null {
  const { origin, pathname } = new URL(site)
  const base = `${origin}${pathname.replace(/\/*$/, '/')}`
  return (path) => {
    const way = relative(dirname(resolve(feed)), resolve(path))
    if (way === '' || way.split(sep)[0] === '..' || isAbsolute(way)) return null
    return `${base}${way.split(sep).map(encodeURIComponent).join('/')}`
  }
}
