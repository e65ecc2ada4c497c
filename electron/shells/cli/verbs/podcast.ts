import { resolve } from 'node:path'
import { loudnessPresets } from '../../../../shared/podcast/script.ts'
import { oneOf, type Verb } from '../verb.ts'

const usage =
  'podcast <script> <out> [--loudness stereo|mono|loud] [--bitrate 128|192] [--rate 48000|44100] [--denoise] [--overwrite] [--transcript FILE] [--chapters FILE]'

export const podcastVerb: Verb = {
  name: 'podcast',
  usage,
  summary: 'makes a script into an episode; out is an mp3, m4a, opus or wav file',
  options: {
    loudness: { type: 'string' },
    bitrate: { type: 'string' },
    rate: { type: 'string' },
    denoise: { type: 'boolean' },
    overwrite: { type: 'boolean' },
    transcript: { type: 'string' },
    chapters: { type: 'string' },
  },
  words: { least: 2, most: 2 },
  async run({ words, options, client, follow, say, signal }) {
    const [source = '', out = ''] = words.map((path) => resolve(path))
    const loudness = given(options.loudness, loudnessPresets, 'loudness')
    const bitrate = given(options.bitrate, [128, 192] as const, 'bitrate')
    const sampleRate = given(options.rate, [48_000, 44_100] as const, 'rate')
    const { script, files, report, ...usual } = await client.interchange.readPodcast({ path: source })
    for (const { place, found, message } of report) say(`${place}: ${found}: ${message}`)
    const file = (name: 'transcript' | 'chapters') => {
      const path = options[name]
      return typeof path === 'string' ? { [name]: resolve(path) } : {}
    }
    const episode = await follow(
      client.media.podcast(
        {
          script: {
            ...script,
            ...(loudness && { loudness }),
            ...(options.denoise === true && { denoise: true }),
          },
          files,
          source,
          outputs: [out],
          bitrate: bitrate ?? usual.bitrate,
          sampleRate: sampleRate ?? usual.sampleRate,
          ...(options.overwrite === true && { overwrite: true }),
          ...file('transcript'),
          ...file('chapters'),
        },
        { signal },
      ),
    )
    const [made] = episode.files
    if (!made) throw new Error('An episode has a file')
    const { chapters, cues, before } = episode
    say(
      `Wrote ${made.file}: ${made.seconds.toFixed(1)} seconds, ${made.loudness.toFixed(1)} LUFS (the mix had ${before.loudness.toFixed(1)}), peak ${made.peak.toFixed(1)} dBTP.`,
    )
    return { object: { ...made, chapters, cues, report } }
  },
}

/** The option as one of the values there are; undefined when it was not given. */
function given<Value extends string | number>(
  option: string | boolean | undefined,
  values: readonly Value[],
  what: string,
): Value | undefined {
  if (typeof option !== 'string') return undefined
  const name = oneOf(values.map(String), option, { what, usage })
  return values.find((value) => String(value) === name)
}
