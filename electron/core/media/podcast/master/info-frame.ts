import { mp3Frame } from './frames.ts'

/** Samples of an MP3 frame. */
const frameSamples = 1152
/** Samples by which LAME's sound is late, and by how many more every decoder is, which they all know. */
const encoderDelay = 576
const decoderDelay = 529

/**
 * The silent frame before an MP3's sound that says how long it is and what to leave off at its ends, so that players begin and end
 * where the sound does: the Xing header for constant bit rate, with LAME's extension
 * (gabriel.mp3-tech.org/mp3infotag.html). `first` is the first frame of the sound, `samples` what is to be heard.
 */
export function infoFrame(
  first: Uint8Array,
  { frames, bytes, samples }: { frames: number; bytes: number; samples: number },
): Buffer {
  const head = Buffer.from(first.subarray(0, 4))
  const withoutPadding = 0xfd
  head[2] = (head[2] ?? 0) & withoutPadding
  const { bytes: length = 0, channels = 2 } = mp3Frame(head) ?? {}
  const frame = Buffer.alloc(length)
  head.copy(frame)
  const at = channels === 1 ? 21 : 36
  const hasAll = 0b1111
  frame.write('Info', at, 'latin1')
  frame.writeUInt32BE(hasAll, at + 4)
  frame.writeUInt32BE(frames, at + 8)
  frame.writeUInt32BE(bytes + length, at + 12)
  // At a constant bit rate, bytes go with time.
  for (let percent = 0; percent < 100; percent++) frame[at + 16 + percent] = Math.round((percent * 255) / 99)
  frame.write('Lavc58.35', at + 120, 'latin1')
  const padding = Math.max(decoderDelay, frames * frameSamples - encoderDelay - samples)
  frame.writeUIntBE((encoderDelay << 12) | Math.min(0xfff, padding), at + 141, 3)
  frame.writeUInt32BE(bytes + length, at + 148)
  frame.writeUInt16BE(checksum(frame.subarray(0, at + 154)), at + 154)
  return frame
}

/** CRC-16 with the polynomial 0x8005, lowest bit first, as LAME has it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >> 1) ^ 0xa001 : sum >> 1
  }
  return sum
}
