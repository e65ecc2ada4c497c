/** What a take sounds like, in decibels of full scale. */
export type Judged = { peak: number; noise: number | null }

/** Quieter rooms than this are hardly heard behind a voice. */
const loudRoom = -45
/** At this peak the microphone has begun to cut waves off. */
const clipped = -0.3
/** A voice whose loudest moment is below this gets its noise lifted with it. */
const faint = -30

/** The loudest sample, in decibels of full scale; −90 for silence. */
export function peakOf(samples: Float32Array): number {
  let peak = 0
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  return decibels(peak)
}

/** The power of some samples, in decibels of full scale; −90 for silence. */
export function levelOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return decibels(Math.sqrt(sum / Math.max(1, samples.length)))
}

function decibels(amplitude: number): number {
  return Math.max(-90, 20 * Math.log10(Math.max(amplitude, 1e-6)))
}

/** The noise of a room from levels taken while nobody spoke: what is there most of the time. Null without any. */
export function noiseOf(levels: readonly number[]): number | null {
  const sorted = levels.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

/** What would make the next take better, as a sentence; null when nothing would. */
export function hintFor({ peak, noise }: Judged): string | null {
  if (peak >= clipped) return 'It was too loud for the microphone. Move back a little, or turn it down.'
  if (peak <= -60) return 'Nothing is to be heard. Is the right microphone chosen, and switched on?'
  if (peak < faint) return 'It is very quiet. Come closer to the microphone, or turn it up.'
  if (noise !== null && noise > loudRoom)
    return `The room is loud (${Math.round(noise)} dB). Close windows, switch fans off, or come closer to the microphone.`
  return null
}
