/** Sound of one channel as a WAV file of 16-bit samples (RIFF/WAVE as Microsoft's “Multimedia Programming Interface 1.0” has it). */
export function wavOf(samples: Float32Array, rate: number): Blob {
  const header = new DataView(new ArrayBuffer(44))
  const name = (at: number, text: string) => {
    for (const [index, sign] of [...text].entries()) header.setUint8(at + index, sign.charCodeAt(0))
  }
  const bytes = samples.length * 2
  name(0, 'RIFF')
  header.setUint32(4, 36 + bytes, true)
  name(8, 'WAVEfmt ')
  header.setUint32(16, 16, true)
  header.setUint16(20, 1, true)
  header.setUint16(22, 1, true)
  header.setUint32(24, rate, true)
  header.setUint32(28, rate * 2, true)
  header.setUint16(32, 2, true)
  header.setUint16(34, 16, true)
  name(36, 'data')
  header.setUint32(40, bytes, true)
  const data = Int16Array.from(samples, (sample) => Math.max(-1, Math.min(1, sample)) * 32_767)
  return new Blob([header, data], { type: 'audio/wav' })
}
