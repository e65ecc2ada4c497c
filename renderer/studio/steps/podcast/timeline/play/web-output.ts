import { episodeRate } from '../../../../../../shared/podcast/samples.ts'
import type { Stereo } from './mix-block.ts'
import type { Output } from './playback.ts'

/** Seconds over which it falls silent: at once is a click. */
const falling = 0.015

/** The loudspeakers of this machine. */
export type WebOutput = Output & {
  /** Begins its clock. Only after a person pressed something, as browsers want it. */
  open: () => Promise<void>
  /** Ends what was put out, and its clock soon after. */
  hush: () => void
  /** Lets go of the loudspeakers. */
  close: () => void
}

/** Opened when first needed. */
export function createWebOutput(): WebOutput {
  let context: AudioContext | null = null
  let gain: GainNode | null = null
  let playing = new Set<AudioBufferSourceNode>()

  return {
    now: () => context?.currentTime ?? 0,
    async open() {
      context ??= new AudioContext({ sampleRate: episodeRate })
      gain = new GainNode(context)
      gain.connect(context.destination)
      await context.resume()
    },
    put({ left, right }: Stereo, at: number) {
      if (!context || !gain) return
      const buffer = new AudioBuffer({
        length: left.length,
        numberOfChannels: 2,
        sampleRate: episodeRate,
      })
      buffer.getChannelData(0).set(left)
      buffer.getChannelData(1).set(right)
      const source = new AudioBufferSourceNode(context, { buffer })
      source.connect(gain)
      source.start(at)
      const others = playing
      others.add(source)
      source.onended = () => {
        source.disconnect()
        others.delete(source)
      }
    },
    hush() {
      if (!context || !gain) return
      const [ended, end] = [gain, context.currentTime + falling]
      gain = null
      ended.gain.setValueAtTime(1, context.currentTime)
      ended.gain.linearRampToValueAtTime(0, end)
      for (const source of playing) source.stop(end)
      playing = new Set()
      setTimeout(
        () => {
          ended.disconnect()
          if (!gain) void context?.suspend()
        },
        falling * 1000 * 4,
      )
    },
    close() {
      void context?.close()
      context = null
      gain = null
    },
  }
}
