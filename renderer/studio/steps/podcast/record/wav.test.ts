import { expect, it } from 'vitest'
import { packed, wavOf } from './wav.ts'

const read = (bytes: Uint8Array) =>
  Array.from({ length: bytes.length / 3 }, (_, at) => {
    const value = (bytes[at * 3] ?? 0) | ((bytes[at * 3 + 1] ?? 0) << 8) | ((bytes[at * 3 + 2] ?? 0) << 16)
    return value >= 2 ** 23 ? value - 2 ** 24 : value
  })

it('keeps every sample of 16 bits as it is, and what is too loud at full scale', () => {
  const given = Array.from({ length: 65_536 }, (_, at) => at - 32_768)
  const samples = Float32Array.from(given, (value) => value / 32_768)
  expect(read(packed(samples))).toEqual(given.map((value) => value * 256))
  expect(read(packed(Float32Array.from([1, -1, 2, -2, 1e-9])))).toEqual([
    8_388_607, -8_388_608, 8_388_607, -8_388_608, 0,
  ])
})

it('writes WAV files that say what is in them', async () => {
  const file = wavOf(new Blob([packed(Float32Array.from([0, 0.5, -1]))]), { count: 3, rate: 44_100 })
  const view = new DataView(await file.arrayBuffer())
  const name = (at: number) => String.fromCharCode(...new Uint8Array(view.buffer, at, 4))
  expect([0, 8, 12, 36].map(name)).toEqual(['RIFF', 'WAVE', 'fmt ', 'data'])
  // Nine bytes, and one so that the chunk ends at an even place.
  expect([view.byteLength, view.getUint32(4, true), view.getUint32(40, true)]).toEqual([54, 46, 9])
  expect([16, 28].map((at) => view.getUint32(at, true))).toEqual([16, 132_300])
  expect([20, 22, 32, 34].map((at) => view.getUint16(at, true))).toEqual([1, 1, 3, 24])
  expect(view.getUint32(24, true)).toBe(44_100)
  expect(read(new Uint8Array(view.buffer, 44, 9))).toEqual([0, 4_194_304, -8_388_608])
})
