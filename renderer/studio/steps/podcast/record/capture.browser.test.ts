import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { type Capture, createCapture } from './capture.ts'

let context: AudioContext
// A page puts nothing out before somebody did something in it.
beforeEach(() => userEvent.click(document.body))
afterEach(() => context.close())

/** A whole number of 16 bits for each sample, never the same a thousand times over. */
const valueAt = (at: number) => ((at * 7919) % 60_000) - 30_000
const count = 24_000

async function playInto(capture: Capture, channels: number, source: AudioBufferSourceNode) {
  const buffer = new AudioBuffer({
    length: count,
    sampleRate: context.sampleRate,
    numberOfChannels: channels,
  })
  for (let channel = 0; channel < channels; channel++)
    buffer.getChannelData(channel).set(Float32Array.from({ length: count }, (_, at) => valueAt(at) / 32_768))
  source.buffer = buffer
  const ended = new Promise((resolve) => source.addEventListener('ended', resolve))
  source.start()
  await ended
  return capture.stop()
}

async function valuesOf(samples: Blob): Promise<number[]> {
  const view = new DataView(await samples.arrayBuffer())
  return Array.from({ length: view.byteLength / 3 }, (_, at) => {
    const high = view.getInt8(at * 3 + 2)
    return high * 65_536 + view.getUint16(at * 3, true)
  })
}

test.each([1, 2])(
  'what goes in by %i channels comes out, sample by sample, at its own rate',
  async (channels) => {
    context = new AudioContext({ sampleRate: 44_100 })
    await context.resume()
    const source = new AudioBufferSourceNode(context)
    const capture = await createCapture(source)
    capture.start()
    const take = await playInto(capture, channels, source)
    expect(take.rate).toBe(44_100)
    expect(take.peak).toBeCloseTo(20 * Math.log10(30_000 / 32_768), 2)
    const values = await valuesOf(take.samples)
    expect(values).toHaveLength(take.count)
    expect(capture.seconds()).toBe(take.count / 44_100)
    const first = values.indexOf(valueAt(0) * 256)
    const given = Array.from({ length: count }, (_, at) => valueAt(at) * 256)
    expect(first).toBeGreaterThanOrEqual(0)
    expect(values.slice(first, first + count)).toEqual(given)
    // Before and after it there was silence.
    expect(
      values
        .slice(0, first)
        .concat(values.slice(first + count))
        .every((value) => value === 0),
    ).toBe(true)
  },
)

test('a take begins when it is begun, and each is a new one', async () => {
  context = new AudioContext({ sampleRate: 48_000 })
  await context.resume()
  const source = new ConstantSourceNode(context, { offset: 0.5 })
  const capture = await createCapture(source)
  source.start()
  await expect.poll(() => capture.level()).toBeCloseTo(-6, 1)
  expect(capture.seconds()).toBe(0)
  capture.start()
  await expect.poll(() => capture.seconds()).toBeGreaterThan(0.2)
  const [one, same] = await Promise.all([capture.stop(), capture.stop()])
  expect(same).toBe(one)
  expect(new Set(await valuesOf(one.samples))).toEqual(new Set([2 ** 22]))
  capture.start()
  expect((await capture.stop()).count).toBeLessThan(one.count + 48_000)
})
