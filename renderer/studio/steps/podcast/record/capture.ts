import processor from './capture-processor.ts?worker&url'
import { levelOf, peakOf } from './judge.ts'
import { packed } from './wav.ts'

/** A take: samples of one channel as they stand in its file, 24 bits each. */
export type Take = {
  samples: Blob
  count: number
  rate: number
  /** The loudest sample, in decibels of full scale. */
  peak: number
}

export type Capture = {
  /** What is heard now, in decibels of full scale. */
  level: () => number
  start: () => void
  /** Ends the take, with all that was heard until now. */
  stop: () => Promise<Take>
  /** Seconds of the take so far. */
  seconds: () => number
}

/** Samples that are held in memory before they become a blob, which the browser may put on disk. */
const blobSize = 240_000
/** How long the last samples of a take are waited for, in milliseconds. */
const patience = 2000

/** Listens to a source, sample by sample, at the rate of its context. Several channels become one. */
export async function createCapture(source: AudioNode): Promise<Capture> {
  const { context } = source
  await context.audioWorklet.addModule(processor)
  const node = new AudioWorkletNode(context, 'capture', {
    channelCount: 1,
    channelCountMode: 'explicit',
    numberOfOutputs: 1,
  })
  // It puts nothing out, but what leads nowhere is not kept going.
  source.connect(node).connect(context.destination)

  let level = -90
  let isTaking = false
  let peak = -90
  let count = 0
  let blobs: Blob[] = []
  let pending: Uint8Array<ArrayBuffer>[] = []
  let pendingCount = 0
  let onRest = () => {}
  let ending: Promise<Take> | null = null

  function blobUp() {
    blobs.push(new Blob(pending))
    pending = []
    pendingCount = 0
  }
  node.port.onmessage = ({ data }: MessageEvent<Float32Array | null>) => {
    if (data === null) return onRest()
    level = levelOf(data)
    if (!isTaking) return
    peak = Math.max(peak, peakOf(data))
    pending.push(packed(data))
    pendingCount += data.length
    count += data.length
    if (pendingCount >= blobSize) blobUp()
  }

  async function end(): Promise<Take> {
    await Promise.race([
      new Promise<void>((resolve) => {
        onRest = resolve
        node.port.postMessage('rest')
      }),
      // Where the sound system went away with the microphone, nobody answers.
      new Promise<void>((resolve) => setTimeout(resolve, patience)),
    ])
    isTaking = false
    blobUp()
    return { samples: new Blob(blobs), count, rate: context.sampleRate, peak }
  }

  return {
    level: () => level,
    seconds: () => count / context.sampleRate,
    start() {
      blobs = []
      pending = []
      pendingCount = 0
      count = 0
      peak = -90
      isTaking = true
    },
    stop: () => (ending ??= end().finally(() => (ending = null))),
  }
}
