/** MP3: ISO/IEC 11172-3, 2.4.2.3. Layer III of MPEG-1, which is what has 32 kHz and more. */
const bitrates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const rates = [44_100, 48_000, 32_000]

/** What the header of an MP3 frame says; bytes of the whole frame; null for what is none. */
export function mp3Frame(bytes: Uint8Array, at = 0): { bytes: number; rate: number; channels: 1 | 2 } | null {
  const [sync = 0, kind = 0, sizes = 0, mode = 0] = bytes.subarray(at, at + 4)
  const bitrate = bitrates[sizes >> 4]
  const rate = rates[(sizes >> 2) & 3]
  if (sync !== 0xff || (kind & 0xfe) !== 0xfa || !bitrate || !rate) return null
  const padding = (sizes >> 1) & 1
  return {
    bytes: Math.floor((144_000 * bitrate) / rate) + padding,
    rate,
    channels: mode >> 6 === 3 ? 1 : 2,
  }
}

/** Bytes of an ADTS frame of AAC (ISO/IEC 14496-3, 1.A.3.2); null for what is none. */
function adtsFrame(bytes: Uint8Array, at: number): { bytes: number } | null {
  const head = bytes.subarray(at, at + 7)
  const [sync = 0, kind = 0, , high = 0, middle = 0, low = 0] = head
  if (head.length < 7 || sync !== 0xff || (kind & 0xf6) !== 0xf0) return null
  return { bytes: ((high & 3) << 11) | (middle << 3) | (low >> 5) }
}

/** The whole frames of a stream, one after the other; what a full disk cut short is left out. */
export function framesIn(stream: Uint8Array, kind: 'mp3' | 'm4a'): Uint8Array[] {
  const frames: Uint8Array[] = []
  const read = kind === 'mp3' ? mp3Frame : adtsFrame
  for (let at = 0; at < stream.length; ) {
    const frame = read(stream, at)
    if (!frame || frame.bytes < 7 || at + frame.bytes > stream.length) break
    frames.push(stream.subarray(at, at + frame.bytes))
    at += frame.bytes
  }
  return frames
}
