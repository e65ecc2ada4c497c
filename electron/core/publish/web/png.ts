import { crc32, deflateSync } from 'node:zlib'

export type Rgb = readonly [red: number, green: number, blue: number]

/** A square PNG of an even size with a palette of at most 16; `indices` are its pixels by rows, each a place in the palette. */
export function encodePng(size: number, palette: readonly Rgb[], indices: Uint8Array): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // 4 bits a pixel, by palette; deflated, unfiltered, not interlaced.
  header.set([4, 3, 0, 0, 0], 8)
  const width = size / 2
  const rows = Buffer.alloc(size * (width + 1))
  for (let row = 0; row < size; row++)
    for (let pair = 0; pair < width; pair++) {
      const at = row * size + pair * 2
      rows[row * (width + 1) + 1 + pair] = ((indices[at] ?? 0) << 4) | (indices[at + 1] ?? 0)
    }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
