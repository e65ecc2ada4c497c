import { describe, expect, it } from 'vitest'
import { imageSize } from './image.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )
const start = [0xff, 0xd8]
/** A frame header of 300 by 200 pixels. */
const frame = [0xff, 0xc0, 0, 17, 8, 0, 200, 1, 44, 3]
/** An EXIF segment with one entry: the orientation. */
const exif = (orientation: number) =>
  bytes([0xff, 0xe1, 0, 34], 'Exif\0\0', 'MM\0*', [
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ])

describe('the size of a picture as shown', () => {
  it('is in the headers of PNG, GIF and all three kinds of WebP', () => {
    const png = bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 1, 44, 0, 0, 0, 200])
    expect(imageSize('png', png)).toEqual({ width: 300, height: 200 })
    expect(imageSize('gif', bytes('GIF89a', [44, 1, 200, 0]))).toEqual({ width: 300, height: 200 })
    const webp = (...rest: (string | number[])[]) => bytes('RIFF\0\0\0\0WEBP', ...rest)
    const extended = webp('VP8X', [0, 0, 0, 0, 0, 0, 0, 0, 43, 1, 0, 199, 0, 0])
    expect(imageSize('webp', extended)).toEqual({ width: 300, height: 200 })
    const lossy = webp('VP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 44, 1, 200, 0])
    expect(imageSize('webp', lossy)).toEqual({ width: 300, height: 200 })
    const bits = 299 | (199 << 14)
    const lossless = webp('VP8L', [
      0,
      0,
      0,
      0,
      0x2f,
      bits & 255,
      (bits >> 8) & 255,
      (bits >> 16) & 255,
      bits >>> 24,
    ])
    expect(imageSize('webp', lossless)).toEqual({ width: 300, height: 200 })
  })

  it('is found behind the other segments of a JPEG', () => {
    const comment = bytes([0xff, 0xfe, 0, 6], 'hush')
    expect(imageSize('jpg', bytes(start, [...comment], [0xff], frame))).toEqual({ width: 300, height: 200 })
  })

  it.each([
    [1, 300],
    [3, 300],
    [6, 200],
    [8, 200],
    [51, 300],
  ])('with EXIF orientation %i is %i pixels wide', (orientation, width) => {
    expect(imageSize('jpg', bytes(start, [...exif(orientation)], frame))?.width).toBe(width)
  })

  it('is null when the file stops inside its header, or says nothing', () => {
    const whole = bytes(start, [...exif(6)], frame)
    for (let length = 2; length < whole.length - 1; length++)
      expect(imageSize('jpg', whole.subarray(0, length))).toBeNull()
    expect(imageSize('png', bytes('\x89PNG\r\n\x1a\n'))).toBeNull()
    expect(imageSize('gif', bytes('GIF89a', [0, 0, 0, 0]))).toBeNull()
    expect(imageSize('webp', bytes('RIFF\0\0\0\0WEBPJUNK'))).toBeNull()
  })

  it('does not run after an EXIF segment that points nowhere', () => {
    const wild = bytes([0xff, 0xe1, 0, 16], 'Exif\0\0', 'II*\0', [255, 255, 255, 127])
    expect(imageSize('jpg', bytes(start, [...wild], frame))).toEqual({ width: 300, height: 200 })
  })
})
