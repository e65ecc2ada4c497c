import { type Capture, createCapture } from './capture.ts'

export type Microphone = Capture & {
  /** Lets go of the microphone. */
  close: () => void
}

/**
 * Opens the microphone as it is: what browsers do to calls (echo, noise and gain control) is done better by the mix. `onLost` is
 * told when it is gone before it was closed, as one that is unplugged. Throws what the browser says (`NotAllowedError`,
 * `NotFoundError`).
 */
export async function openMicrophone(onLost: () => void): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: {
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
      sampleRate: { ideal: 48_000 },
      channelCount: { ideal: 1 },
    },
  })
  const [track] = stream.getAudioTracks()
  const { sampleRate } = track?.getSettings() ?? {}
  // At its own rate: no sample is made up between those it gave.
  const context = new AudioContext(sampleRate === undefined ? {} : { sampleRate })
  // A page's own stop() does not tell of an end.
  track?.addEventListener('ended', onLost)
  const close = () => {
    for (const each of stream.getTracks()) each.stop()
    void context.close()
  }
  try {
    void context.resume()
    return { ...(await createCapture(context.createMediaStreamSource(stream))), close }
  } catch (error) {
    close()
    throw error
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
