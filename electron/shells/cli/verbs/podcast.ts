import { resolve } from 'node:path'
import type { FeedAnswer, FeedRequest } from '../../../../shared/contract/interchange.ts'
import { loudnessPresets, type Script } from '../../../../shared/podcast/script.ts'
import { type Call, oneOf, requiredSite, UsageError, type Verb } from '../verb.ts'

const usage =
  'podcast <script> <out> [--loudness stereo|mono|loud] [--bitrate 128|192] [--rate 48000|44100] [--denoise] [--overwrite] [--transcript FILE] [--chapters FILE] [--feed FILE --site URL [--series TITLE]]'

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
    feed: { type: 'string' },
    site: { type: 'string' },
    series: { type: 'string' },
  },
  words: { least: 2, most: 2 },
  async run(call) {
    const { words, options, client, follow, say, signal } = call
    const [source = '', out = ''] = words.map((path) => resolve(path))
    const loudness = given(options.loudness, loudnessPresets, 'loudness')
    const bitrate = given(options.bitrate, [128, 192] as const, 'bitrate')
    const sampleRate = given(options.rate, [48_000, 44_100] as const, 'rate')
    const { script, files, report, ...usual } = await client.interchange.readPodcast({ path: source })
    for (const { place, found, message } of report) say(`${place}: ${found}: ${message}`)
    const sidecars = { ...fileOption(call, 'transcript'), ...fileOption(call, 'chapters') }
    const cover = script.cover === null ? undefined : files[script.cover]
    const pictures = picturesOf(script, files)
    const toFeed = feedOf(call, { script, audio: out, ...sidecars, ...(cover && { cover }), pictures })
    // A feed that cannot be had is told of now, and not after minutes of speaking.
    const planned = await toFeed?.({ seconds: 0, dryRun: true })
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
          ...sidecars,
          ...(planned && { addresses: planned.pictures }),
        },
        { signal },
      ),
    )
    const [made] = episode.files
    if (!made) throw new Error('An episode has a file')
    const { chapters, cues, before, notes } = episode
    for (const note of notes) say(note)
    say(
      `Wrote ${made.file}: ${made.seconds.toFixed(1)} seconds, ${made.loudness.toFixed(1)} LUFS (the mix had ${before.loudness.toFixed(1)}), peak ${made.peak.toFixed(1)} dBTP.`,
    )
    const feed = await toFeed?.({ seconds: made.seconds })
    if (feed) say([`The episode is in ${feed.file} as ${feed.url}.`, ...feed.notes].join('\n'))
    return { object: { ...made, chapters, cues, report, notes, ...(feed && { feed: told(feed) }) } }
  },
}

/** The files of the cover and of the pictures of chapters, by what the script calls them. */
function picturesOf({ cover, chapters }: Script, files: Record<string, string>): Record<string, string> {
  const named = [cover, ...chapters.map(({ picture }) => picture)]
  return Object.fromEntries(
    named.flatMap((name) => {
      const path = name ? files[name] : undefined
      return name && path ? [[name, path]] : []
    }),
  )
}

/** What puts the episode into the feed that was asked for; null when none was. */
function feedOf(
  { options, client }: Call,
  episode: Omit<FeedRequest, 'feed' | 'site' | 'series' | 'seconds' | 'dryRun'>,
): ((more: Pick<FeedRequest, 'seconds' | 'dryRun'>) => Promise<FeedAnswer>) | null {
  const { feed, series } = options
  if (typeof feed !== 'string') {
    if (options.site === undefined && series === undefined) return null
    throw new UsageError('--feed is missing, which --site and --series are about.', usage)
  }
  const site = requiredSite(options.site, usage)
  const named = typeof series === 'string' && series !== '' ? { series } : {}
  return (more) =>
    client.interchange.podcastFeed({ ...episode, feed: resolve(feed), site, ...named, ...more })
}

function told({ pictures: _pictures, ...feed }: FeedAnswer): Omit<FeedAnswer, 'pictures'> {
  return feed
}

function fileOption({ options }: Call, name: 'transcript' | 'chapters') {
  const path = options[name]
  return typeof path === 'string' ? { [name]: resolve(path) } : {}
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
