import { readFile, writeFile } from 'node:fs/promises'
import { SpeechProblem } from './engine.ts'

/** Uncompressed sound of one channel. */
export type Pcm = { samples: Int16Array; rate: number }

const pcm = 1
/** What WAV files of more than two channels or odd sizes call PCM. */
const extensible = 0xfffe
/** Programs that write to a pipe do not know how much comes: they tell of about as much as there can be. */
const untold = 0x7fff_0000

/**
 * Reads a WAV file of 16-bit samples (RIFF/WAVE as Microsoft's “Multimedia Programming Interface 1.0” has it) as one channel.
 * Null when it is a WAV of another kind; throws `SpeechProblem` when it is none, or holds nothing.
 */
export async function readWav(path: string): Promise<Pcm | null> {
  const file = await readFile(path).catch(() => null)
  if (!file || file.length === 0) throw new SpeechProblem('it wrote no sound')
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE')
    throw new SpeechProblem('what it wrote is no WAV file')
  let format: { kind: number; channels: number; rate: number; bits: number } | null = null
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('latin1', at, at + 4)
    const body = at + 8
    const told = file.readUInt32LE(at + 4)
    const size = Math.min(told, file.length - body)
    if (name === 'fmt ' && size >= 16)
      format = {
        kind: file.readUInt16LE(body),
        channels: file.readUInt16LE(body + 2),
        rate: file.readUInt32LE(body + 4),
        bits: file.readUInt16LE(body + 14),
      }
    if (name === 'data') {
      if (!format || format.channels === 0 || format.rate === 0)
        throw new SpeechProblem('its WAV file does not say what is in it')
      if (told > size && told < untold) throw new SpeechProblem('its WAV file was cut short')
      if ((format.kind !== pcm && format.kind !== extensible) || format.bits !== 16) return null
      return { samples: oneChannel(file.subarray(body, body + size), format.channels), rate: format.rate }
    }
    at = body + size + (size % 2)
  }
  throw new SpeechProblem('its WAV file was cut short')
}

function oneChannel(data: Buffer, channels: number): Int16Array {
  const length = Math.floor(data.length / 2 / channels)
  // A copy begins where 16-bit numbers may; WAV files and all processors we run on have the low byte first.
  const start = data.byteOffset
  const all = new Int16Array(data.buffer.slice(start, start + length * channels * 2))
  if (channels === 1) return all
  const samples = new Int16Array(length)
  for (let at = 0; at < length; at++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++) sum += all[at * channels + channel] ?? 0
    samples[at] = Math.round(sum / channels)
  }
  return samples
}

/** The loudest of some samples, by its size. Counted by hand: an hour has 170 million. */
export function loudestIn(samples: Int16Array, from: number, to: number): number {
  let loudest = 0
  for (let at = from; at < Math.min(to, samples.length); at++) {
    const size = Math.abs(samples[at] ?? 0)
    if (size > loudest) loudest = size
  }
  return loudest
}

/** Some WAV files of ours as one, so many seconds apart: its bytes. All have the rate of the first. */
export async function joined(paths: readonly string[], gap: number): Promise<Buffer> {
  const pieces = (await Promise.all(paths.map(readWav))).filter((piece) => piece !== null)
  const rate = pieces[0]?.rate ?? 48_000
  const pause = Math.round(gap * rate)
  const samples = new Int16Array(pieces.reduce((sum, piece) => sum + piece.samples.length + pause, 0))
  let at = 0
  for (const piece of pieces) {
    samples.set(piece.samples, at)
    at += piece.samples.length + pause
  }
  return wavBytes({ samples, rate })
}

/** Writes one channel of 16-bit samples as a WAV file. */
export async function writeWav(path: string, sound: Pcm): Promise<void> {
  await writeFile(path, wavBytes(sound))
}

function wavBytes({ samples, rate }: Pcm): Buffer {
  const bytes = samples.length * 2
  const header = wavHeader({ bytes, rate, channels: 1 })
  return Buffer.concat([header, Buffer.from(samples.buffer, samples.byteOffset, bytes)])
}

/** What stands before so many bytes of 16-bit samples in a WAV file. */
export function wavHeader({
  bytes,
  rate,
  channels,
}: {
  bytes: number
  rate: number
  channels: number
}): Buffer {
  const header = Buffer.alloc(44)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(36 + bytes, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(pcm, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * channels * 2, 28)
  header.writeUInt16LE(channels * 2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(bytes, 40)
  return header
}

/** About −50 dB of full scale: quieter is silence. */
const silence = 100
/** Seconds that stay before and after what is heard. */
const margin = 0.02

/** Without the silence that engines put around a sentence, a little of it kept. Throws when nothing is heard. */
export function withoutSilence({ samples, rate }: Pcm): Pcm {
  const isHeard = (sample: number) => Math.abs(sample) > silence
  const first = samples.findIndex(isHeard)
  if (first < 0) throw new SpeechProblem('nothing is to be heard in what it wrote')
  const last = samples.findLastIndex(isHeard)
  const kept = Math.round(margin * rate)
  return { samples: samples.slice(Math.max(0, first - kept), last + 1 + kept), rate }
}
