import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Timeline } from '../../../../shared/podcast/timeline.ts'
import { fileArgument } from '../ffmpeg/arguments.ts'
import type { FfmpegTools, Progress } from '../ffmpeg/tools.ts'
import { duckingOf, envelopeRate } from './envelope.ts'
import { gainFor } from './levels.ts'
import { writeVoiceTracks } from './voice-track.ts'

/** Samples a second of everything that is mixed. */
export const mixRate = 48_000

/** Rumble goes, sharp s are softened where ffmpeg can, and loud and soft words come closer together. */
const compressor = 'acompressor=threshold=0.05:ratio=3:attack=5:release=120:knee=4:makeup=2'

export type MixJob = {
  timeline: Timeline
  folder: string
  title: string
  denoise: boolean
  signal?: AbortSignal | undefined
}

/** Mixes speech and music into one file of float samples, stereo, at its natural level. Answers its path. */
export async function* mix(tools: FfmpegTools, job: MixJob): AsyncGenerator<Progress, string, undefined> {
  const { timeline, folder, title, denoise, signal } = job
  const tracks = await writeVoiceTracks(timeline, folder, signal)
  const { canDeEss } = await tools.capabilities()
  const samples = Math.round(timeline.seconds * mixRate)
  const whole = `apad,atrim=end_sample=${samples},asetpts=N/SR/TB`
  const stereo = `aformat=sample_fmts=fltp:sample_rates=${mixRate}:channel_layouts=stereo`
  const spread = 'pan=stereo|c0=c0|c1=c0'
  const voice = [
    `aresample=${mixRate}`,
    'highpass=f=80',
    ...(denoise ? ['afftdn=nr=12'] : []),
    ...(canDeEss ? ['deesser'] : []),
    compressor,
  ]
  const inputs: string[] = []
  const chains: string[] = []
  const voices = tracks.map(({ path, rate }, at) => {
    inputs.push('-f', 'f32le', '-ar', String(rate), '-ac', '1', '-i', fileArgument(path))
    chains.push(`[${at}:a]${voice.join(',')},${spread},${stereo},${whole}[voice${at}]`)
    return `[voice${at}]`
  })
  const { music } = timeline
  const beds: string[] = []
  for (const [at, { sound, start, seconds, fadeIn, fadeOut }] of music.entries()) {
    const gain = await gainFor([sound], 'music')
    inputs.push('-stream_loop', '-1', '-i', fileArgument(sound.path))
    const delay = Math.round(start * 1000)
    chains.push(
      [
        `[${tracks.length + at}:a]${stereo}`,
        `atrim=end=${seconds.toFixed(6)}`,
        'asetpts=N/SR/TB',
        `volume=${gain.toFixed(3)}dB`,
        ...(fadeIn > 0 ? [`afade=t=in:st=0:d=${fadeIn.toFixed(3)}`] : []),
        ...(fadeOut > 0
          ? [`afade=t=out:st=${Math.max(0, seconds - fadeOut).toFixed(3)}:d=${fadeOut.toFixed(3)}`]
          : []),
        `adelay=${delay}|${delay}`,
        `${whole}[music${at}]`,
      ].join(','),
    )
    beds.push(`[music${at}]`)
  }
  if (beds.length > 0) {
    const path = join(folder, 'ducking.f32')
    await writeFile(path, duckingOf(timeline))
    inputs.push('-f', 'f32le', '-ar', String(envelopeRate), '-ac', '1', '-i', fileArgument(path))
    chains.push(
      `[${tracks.length + music.length}:a]aresample=${mixRate},${spread},${stereo},${whole}[ducking]`,
    )
    chains.push(`${sum(beds)}[bed]`, `[bed][ducking]amultiply,${stereo},${whole}[ducked]`)
  }
  const output = join(folder, 'mix.wav')
  chains.push(`${sum([...voices, ...(beds.length > 0 ? ['[ducked]'] : [])])}[mix]`)
  yield* tools.convert({
    name: title,
    phase: 'Mixing',
    seconds: timeline.seconds,
    signal,
    args: [
      ...inputs,
      '-filter_complex',
      chains.join(';'),
      '-map',
      '[mix]',
      '-c:a',
      'pcm_f32le',
      '-f',
      'wav',
      '-rf64',
      'auto',
      '-y',
      fileArgument(output),
    ],
  })
  return output
}

/** Stereo signals of one length added up. Not `amix`, which makes each softer, and by how much depends on ffmpeg's age. */
function sum(labels: readonly string[]): string {
  if (labels.length === 1) return `${labels[0]}anull`
  const of = (side: number) => labels.map((_, at) => `c${at * 2 + side}`).join('+')
  return `${labels.join('')}amerge=inputs=${labels.length},pan=stereo|c0=${of(0)}|c1=${of(1)}`
}
