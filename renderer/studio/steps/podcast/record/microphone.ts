import { levelOf } from './judge.ts'

/** A take: one channel of samples. */
export type Take = { samples: Float32Array; rate: number }

export type Microphone = {
  /** What is heard now, in decibels of full scale. */
  level: () => number
  start: () => void
  /** Ends the take. Throws where nothing of it can be had. */
  stop: () => Promise<Take>
  /** Lets go of the microphone. */
  close: () => void
}

/**
 * Opens the microphone as it is: what browsers do to calls (echo, noise and gain control) is done better by the mix. Throws what
 * the browser says (`NotAllowedError`, `NotFoundError`).
 */
export async function openMicrophone(): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  })
  const context = new AudioContext()
  const meter = context.createAnalyser()
  meter.fftSize = 2048
  context.createMediaStreamSource(stream).connect(meter)
  const window = new Float32Array(meter.fftSize)
  let recorder: MediaRecorder | null = null
  let pieces: Blob[] = []

  return {
    level() {
      meter.getFloatTimeDomainData(window)
      return levelOf(window)
    },
    start() {
      pieces = []
      recorder = new MediaRecorder(stream, { audioBitsPerSecond: 256_000 })
      recorder.ondataavailable = ({ data }) => void pieces.push(data)
      recorder.start()
    },
    async stop() {
      const ended = recorder
      if (!ended) throw new Error('Nothing was begun')
      await new Promise<void>((resolve) => {
        ended.onstop = () => resolve()
        ended.stop()
      })
      const sound = await context.decodeAudioData(await new Blob(pieces).arrayBuffer())
      return { samples: sound.getChannelData(0), rate: sound.sampleRate }
    },
    close() {
      if (recorder?.state === 'recording') recorder.stop()
      for (const track of stream.getTracks()) track.stop()
      void context.close()
    },
  }
}

/** Why the microphone cannot be had, and what to do, as a sentence. */
export function microphoneProblem(error: unknown): string {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError')
    return 'The studio may not use the microphone. Allow it in the system’s privacy settings (or beside the address), then try again.'
  if (name === 'NotFoundError') return 'No microphone was found. Plug one in, then try again.'
  if (name === 'NotReadableError')
    return 'Another program holds the microphone. Close it there, then try again.'
  return 'The microphone cannot be used. Plug it in anew, then try again.'
}
