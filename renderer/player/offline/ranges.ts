/** The first and last byte that a `Range` header asks of `size` bytes; null when there is no such part. */
export function rangeOf(header: string, size: number): [first: number, last: number] | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? []
  if (from === '' && to === '') return null
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return first <= last ? [first, last] : null
}

/** Whether a request is for all of a file: media elements ask for `bytes=0-` first. */
export function isWhole(header: string | null, size: number): boolean {
  if (header === null) return true
  const range = rangeOf(header, size)
  return range !== null && range[0] === 0 && range[1] === size - 1
}

/** The headers of an answer that is bytes `first` to `last` of `size`. */
export function partHeaders(type: string, [first, last]: [number, number], size: number): HeadersInit {
  return {
    'content-type': type,
    'content-range': `bytes ${first}-${last}/${size}`,
    'content-length': String(last - first + 1),
    'accept-ranges': 'bytes',
  }
}
