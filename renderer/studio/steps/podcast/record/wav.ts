/** Bytes of a sample: 24 bits hold every sample of 16 that a microphone gives, and those that were brought to another rate. */
const bytesEach = 3
const fullScale = 2 ** 23

/** Samples as they stand in a WAV file of 24 bits; what is beyond full scale becomes full scale. */
export function packed(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(samples.length * bytesEach)
  for (const [at, sample] of samples.entries()) {
    const value = Math.max(-fullScale, Math.min(fullScale - 1, Math.round(sample * fullScale)))
    bytes[at * bytesEach] = value
    bytes[at * bytesEach + 1] = value >> 8
    bytes[at * bytesEach + 2] = value >> 16
  }
  return bytes
}

/**
 * So many packed samples of one channel as a WAV file (RIFF/WAVE as Microsoft's “Multimedia Programming Interface 1.0” has it).
 */
export function wavOf(samples: Blob, { count, rate }: { count: number; rate: number }): Blob {
  const header = new DataView(new ArrayBuffer(44))
  const name = (at: number, text: string) => {
    for (const [index, sign] of [...text].entries()) header.setUint8(at + index, sign.charCodeAt(0))
  }
  const bytes = count * bytesEach
  // Chunks begin at even places.
  const filling = bytes % 2
  name(0, 'RIFF')
  header.setUint32(4, 36 + bytes + filling, true)
  name(8, 'WAVEfmt ')
  header.setUint32(16, 16, true)
  header.setUint16(20, 1, true)
  header.setUint16(22, 1, true)
  header.setUint32(24, rate, true)
  header.setUint32(28, rate * bytesEach, true)
  header.setUint16(32, bytesEach, true)
  header.setUint16(34, bytesEach * 8, true)
  name(36, 'data')
  header.setUint32(40, bytes, true)
  return new Blob([header, samples, new Uint8Array(filling)], { type: 'audio/wav' })
}
