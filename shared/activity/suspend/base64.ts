/** The 64 digits of packed state: nothing that an LMS, a URL or an attribute would escape. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A whole number in `width` digits, most significant first; too large a one becomes the largest that fits. */
export function packNumber(value: number, width: number): string {
  let rest = Math.min(Math.max(0, Math.round(value)), 64 ** width - 1)
  let packed = ''
  for (let place = 0; place < width; place++) {
    packed = digits.charAt(rest % 64) + packed
    rest = Math.floor(rest / 64)
  }
  return packed
}

/** The number that `packed` stands for, or null when it holds anything but digits, or nothing. */
export function unpackNumber(packed: string): number | null {
  if (packed.length === 0) return null
  let value = 0
  for (const character of packed) {
    const digit = digits.indexOf(character)
    if (digit < 0) return null
    value = value * 64 + digit
  }
  return value
}

/** FNV-1a, 32 bits, over UTF-16 units. For keys and checksums against accidents, not against attackers. */
export function hash(words: string): number {
  let value = 0x811c9dc5
  for (let place = 0; place < words.length; place++)
    value = Math.imul(value ^ words.charCodeAt(place), 0x01000193)
  // FNV's low bits are weak on short words: mix once more before digits are taken from it.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}
