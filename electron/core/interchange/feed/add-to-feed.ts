import { stat } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import type { FeedAnswer, FeedRequest } from '../../../../shared/contract/interchange.ts'
import { StudioError } from '../../../../shared/errors.ts'
import { podcastGuid } from '../../../../shared/podcast/feed/guid.ts'
import { type FeedEpisode, findEpisode, type Staying, writeFeed } from '../../../../shared/podcast/feed.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import { replaceText } from '../export/files.ts'
import { addressesOf } from './addresses.ts'
import { newChannel } from './channel.ts'
import { readFeed, refusingNoFeed } from './read-feed.ts'

/** What a feed says of its series and its author may change by hand. */
const ofTheSeries = [
  'title',
  'link',
  'description',
  'language',
  'copyright',
  'image',
  'itunes:author',
  'itunes:owner',
  'itunes:image',
  'itunes:explicit',
  'itunes:category',
  'podcast:locked',
  'podcast:license',
]

/** As Apple's guide for feeds names them (podcasters.apple.com, “RSS feed requirements”), and RFC 7845 does Opus. */
const mediaTypes: Record<string, string> = {
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/x-m4a',
  '.opus': 'audio/ogg',
  '.wav': 'audio/wav',
}

/**
 * Puts an episode into the feed beside it: a new item, or the one that has the same audio. What else the feed says stays.
 * Throws `invalid-input` for files that have no address beside the feed, `file-kind-unknown` for a file that is no feed.
 */
export async function addToFeed(request: FeedRequest): Promise<FeedAnswer> {
  const { isNew, image, lost, ...answer } = await putInFeed(request, Date.now())
  const lacking = isNew ? lackingIn(image, request.series ?? null) : []
  return { ...answer, notes: [...lost, ...lacking] }
}

/** What became of a feed: `lost` says in sentences what could not be kept, `image` is the address of the episode's picture. */
export type Put = Omit<FeedAnswer, 'notes'> & { isNew: boolean; image: string | null; lost: string[] }

/**
 * Does as `addToFeed`; an episode that is new came out at `now`, in milliseconds since 1970. One that is not there under its
 * address is the one whose audio `isMoved` takes for it.
 */
export async function putInFeed(
  request: FeedRequest,
  now: number,
  isMoved?: (address: string) => boolean,
): Promise<Put> {
  const { script, site, series = null, dryRun = false } = request
  const feed = resolve(request.feed)
  requireApart(request)
  const addressOf = addressesOf(feed, site)
  const address = (path: string) => {
    const found = addressOf(path)
    if (found !== null) return found
    throw new StudioError('invalid-input', {
      what: `${path} does not lie in the folder of the feed, ${dirname(feed)}, so it has no address on the site.`,
    })
  }
  const existing = await readFeed(feed)
  const url = address(request.audio)
  const found = existing === null ? null : refusingNoFeed(feed, () => findEpisode(existing, url, isMoved))
  const image = request.cover === undefined ? null : addressOf(request.cover)
  const episode: FeedEpisode = {
    guid: found?.guid ?? podcastGuid(url),
    title: script.title || basename(request.audio, extname(request.audio)),
    description: describe(script),
    published: new Date(found?.published ?? now),
    audio: { url, type: typeOf(request.audio), bytes: dryRun ? 0 : await bytesOf(request.audio) },
    seconds: request.seconds,
    number: null,
    transcript:
      request.transcript === undefined
        ? null
        : {
            url: address(request.transcript),
            type: /\.txt$/i.test(request.transcript) ? 'text/plain' : 'text/vtt',
          },
    chapters: request.chapters === undefined ? null : address(request.chapters),
    image,
  }
  const staying: Staying = {
    channel: ofTheSeries.filter((name) => name !== 'title' || series === null),
    item: ['description', 'itunes:episode', ...(image === null ? ['itunes:image'] : [])],
  }
  const channel = newChannel(script, {
    url: address(feed),
    link: address(feed).replace(/[^/]*$/, ''),
    image,
    series,
  })
  const { xml, lost } = refusingNoFeed(feed, () => writeFeed(channel, [episode], existing, staying))
  if (!dryRun && xml !== existing) await replaceText(feed, xml)
  const pictures = Object.fromEntries(
    Object.entries(request.pictures ?? {}).flatMap(([name, path]) => {
      const found = addressOf(path)
      return found === null ? [] : [[name, found]]
    }),
  )
  return { file: feed, guid: episode.guid, url, pictures, isNew: existing === null, image, lost }
}

/** What directories would say of a new feed. */
export function lackingIn(image: string | null, series: string | null): string[] {
  return [
    ...(series === null ? ['The series has the name of its first episode; give it one of its own.'] : []),
    ...(image === null
      ? [
          'The series has no picture, without which directories refuse it: a square cover in the folder of the feed.',
        ]
      : []),
  ]
}

function requireApart({ feed, audio, cover, transcript, chapters }: FeedRequest) {
  const others = [audio, cover, transcript, chapters].flatMap((path) =>
    path === undefined ? [] : [resolve(path)],
  )
  if (others.includes(resolve(feed)))
    throw new StudioError('invalid-input', {
      what: `The feed ${feed} is named as another file of the episode, too.`,
    })
}

/** What an episode is about, as far as its script says: its chapters. */
function describe({ title, chapters }: Script): string {
  const titles = chapters.flatMap(({ title: name, lines }) =>
    name === null || lines.length === 0 ? [] : [name],
  )
  return titles.join(' · ') || title
}

function typeOf(audio: string): string {
  const type = mediaTypes[extname(audio).toLowerCase()]
  if (type !== undefined) return type
  throw new StudioError('file-kind-unknown', {
    name: basename(audio),
    accepted: Object.keys(mediaTypes).join(', '),
  })
}

async function bytesOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new StudioError('file-missing', { path })
  return found.size
}
