/** The bytes of a text in UTF-8 (RFC 3629); half a pair of surrogates counts as �. What pages and Node have for it is not there here. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (const sign of text.toWellFormed()) {
    const code = sign.codePointAt(0) ?? 0
    if (code < 0x80) bytes[length++] = code
    else {
      const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3
      bytes[length++] = ((0xff00 >> (more + 1)) & 0xff) | (code >> (6 * more))
      for (let rest = more - 1; rest >= 0; rest--) bytes[length++] = 0x80 | ((code >> (6 * rest)) & 0x3f)
    }
  }
  return bytes.subarray(0, length)
}

/** Bytes as hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * SHA-1 (RFC 3174): what UUIDs of version 5 are made of. No secret rests on it. It is ours because what pages have
 * (`crypto.subtle`) answers later, and not at all on a page that was opened from disk.
 */
export function sha1(bytes: Uint8Array): Uint8Array {
  const length = (Math.floor((bytes.length + 8) / 64) + 1) * 64
  const message = new DataView(new ArrayBuffer(length))
  bytes.forEach((byte, index) => message.setUint8(index, byte))
  message.setUint8(bytes.length, 0x80)
  message.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29))
  message.setUint32(length - 4, (bytes.length * 8) % 2 ** 32)
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const words = new Int32Array(80)
  for (let block = 0; block < length; block += 64) mix(message, block, words, state)
  const digest = new DataView(new ArrayBuffer(20))
  state.forEach((word, index) => digest.setInt32(index * 4, word))
  return new Uint8Array(digest.buffer)
}

function mix(message: DataView, block: number, words: Int32Array, state: number[]) {
  const at = (index: number) => words[index] ?? 0
  for (let index = 0; index < 80; index++)
    words[index] =
      index < 16
        ? message.getInt32(block + index * 4)
        : turn(at(index - 3) ^ at(index - 8) ^ at(index - 14) ^ at(index - 16), 1)
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (let index = 0; index < 80; index++) {
    const next = (turn(a, 5) + choose(index, b, c, d) + e + at(index)) | 0
    ;[a, b, c, d, e] = [next, a, turn(b, 30), c, d]
  }
  ;[a, b, c, d, e].forEach((value, index) => {
    state[index] = ((state[index] ?? 0) + value) | 0
  })
}

const turn = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits))

/** The function and the constant of each of the four rounds of twenty. */
function choose(index: number, b: number, c: number, d: number): number {
  if (index < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (index < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (index < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}
