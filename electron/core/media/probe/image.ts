/** Width and height of a picture as browsers show it, in pixels, or null when the bytes do not say. */
export function imageSize(extension: 'png' | 'jpg' | 'gif' | 'webp', bytes: Buffer): Size | null {
  try {
    const size = readers[extension](bytes)
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    // Reading past the end: the file stops inside its own header.
    if (error instanceof RangeError) return null
    throw error
  }
}

type Size = { width: number; height: number }

const readers = { png: pngSize, jpg: jpegSize, gif: gifSize, webp: webpSize }

/** How a picture is to be turned before it is shown, as EXIF counts it: 1 (as it is) to 8. */
export function imageOrientation(extension: keyof typeof readers, bytes: Buffer): number {
  try {
    return extension === 'jpg' ? (jpegFrame(bytes)?.orientation ?? 1) : 1
  } catch (error) {
    if (error instanceof RangeError) return 1
    throw error
  }
}

function pngSize(bytes: Buffer): Size | null {
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return null
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

function gifSize(bytes: Buffer): Size {
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(bytes: Buffer): Size | null {
  const chunk = bytes.toString('latin1', 12, 16)
  if (chunk === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (chunk === 'VP8 ')
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (chunk === 'VP8L') {
    const bits = bytes.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  return null
}

function jpegSize(bytes: Buffer): Size | null {
  const frame = jpegFrame(bytes)
  if (!frame) return null
  const { width, height, orientation } = frame
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}

/** Walks the segments to the frame header (ITU T.81, B.2.2), noting the orientation on the way. */
function jpegFrame(bytes: Buffer): (Size & { orientation: number }) | null {
  let orientation = 1
  for (let at = 2; ; ) {
    if (bytes.readUInt8(at) !== 0xff) return null
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9 || marker === 0xda) return null
    const isAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    const length = isAlone ? 0 : bytes.readUInt16BE(at + 2)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      return { width, height, orientation }
    }
    if (marker === 0xe1 && orientation === 1)
      orientation = exifOrientation(bytes.subarray(at + 4, at + 2 + length))
    at += 2 + length
  }
}

/** How EXIF turns the picture, by a quarter from 5 on. Any value that is none is as good as upright. */
function exifOrientation(segment: Buffer): number {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return 1
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const word = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  try {
    const directory = long(4)
    for (let entry = 0; entry < word(directory); entry++) {
      const at = directory + 2 + entry * 12
      if (word(at) !== 0x0112) continue
      const value = word(at + 8)
      return value >= 1 && value <= 8 ? value : 1
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return 1
}
