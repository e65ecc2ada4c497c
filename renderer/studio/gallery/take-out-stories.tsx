import type { SeriesFeed } from '../../../shared/contract/interchange.ts'
import { StudioError } from '../../../shared/errors.ts'
import type { ProjectRecord } from '../../../shared/model/records.ts'
import { FeedDialog } from '../feed/FeedDialog.tsx'
import { setFeedFolder } from '../feed/places.ts'
import type { FeedMaking } from '../feed/useFeed.ts'
import { TakeOutSheet } from '../steps/podcast/take-out/TakeOutSheet.tsx'
import type { TakingOut } from '../steps/podcast/take-out/useTakeOut.ts'
import { lesson } from './fixtures.ts'
import { Scene } from './Scene.tsx'
import type { Story } from './story.ts'

const out = '/home/ada/Morsel/Published/Listen instead.m4a'
const still = {
  request: null,
  isRunning: false,
  result: null,
  failure: null,
  start: () => {},
  reset: () => {},
  watched: () => {},
}
const options = { records: lesson }
const selection = { module: 'milk', step: 'milk.listen' }

function episode(name: string, state: Partial<TakingOut>): Story {
  return {
    name: `Episode as a file: ${name}`,
    render: () => (
      <Scene options={options} selection={selection}>
        {() => (
          <TakeOutSheet
            step="milk.listen"
            title="Listen instead"
            format="m4a"
            suggested={out}
            takingOut={{ ...still, ...state }}
            onClose={() => {}}
          />
        )}
      </Scene>
    ),
  }
}

const folder = '/home/ada/Morsel/Published/behind-the-counter-podcast'
const site = 'https://example.org/talks/'

/** The lesson with two more episodes: one that was changed since it was rendered, and one that never was. */
export const talks: ProjectRecord[] = lesson.flatMap((record): ProjectRecord[] => {
  if (record.type === 'series') return [{ ...record, feedSite: site }]
  if (record.id === 'grind' && record.type === 'module')
    return [{ ...record, steps: ['grind.talk', 'grind.new'] }]
  if (record.id !== 'milk.listen' || record.type !== 'step' || record.kind !== 'podcast') return [record]
  return [
    record,
    { ...record, id: 'grind.talk', title: 'How fine is fine' },
    { ...record, id: 'grind.new', title: 'A grinder in the morning', episode: null },
  ]
})
const withoutTalks = lesson.map((record) =>
  record.type === 'series' ? { ...record, modules: ['grind'] } : record,
)

function feed(name: string, state: Partial<FeedMaking>, records = talks, canPick = false): Story {
  const given = { records, canPick }
  return {
    name: `Podcast feed: ${name}`,
    render: () => {
      setFeedFolder('first', folder)
      return (
        <Scene options={given} selection={selection}>
          {() => <FeedDialog series="first" making={{ ...still, ...state }} onClose={() => {}} />}
        </Scene>
      )
    },
  }
}

const request = { series: 'first', out: folder, site }
const written = { message: null, outcome: 'written' as const }
const made: SeriesFeed = {
  file: `${folder}/feed.xml`,
  url: `${site}feed.xml`,
  rendered: [],
  notes: [],
  episodes: [
    {
      ...written,
      module: 'milk',
      step: 'milk.listen',
      title: 'Listen instead',
      url: `${site}milk.listen.mp3`,
    },
    {
      ...written,
      module: 'grind',
      step: 'grind.talk',
      title: 'How fine is fine',
      url: `${site}grind.talk.mp3`,
    },
  ],
}
const failed: SeriesFeed['episodes'][number] = {
  module: 'grind',
  step: 'grind.new',
  title: 'A grinder in the morning',
  outcome: 'failed',
  url: null,
  message: new StudioError('voice-unknown', {
    voice: 'espeak-ng:sv',
    speaker: 'Ana',
    there: 'espeak-ng with en-gb and en-us',
  }).message,
}
const noPicture =
  'The series has no picture, without which directories refuse it: a square cover in the folder of the feed.'

/** What is taken out of the studio, but for packages. */
export const takeOutStories: readonly Story[] = [
  episode('where to', {}),
  episode('there is a file already', { failure: new StudioError('file-exists', { path: out }) }),
  feed('what goes into it', {}, talks, true),
  feed('nobody knows where yet', {}, lesson),
  feed('a series without podcasts', {}, withoutTalks),
  feed('there are other files', {
    request,
    failure: new StudioError('file-exists', { path: `${folder}/milk.listen.mp3` }),
  }),
  feed('under way', { isRunning: true, request }),
  feed('made', { request, result: made }, talks, true),
  feed('made, but for some', {
    request,
    result: { ...made, episodes: [...made.episodes, failed], notes: [noPicture] },
  }),
  feed('nothing could be made', { request, result: { ...made, episodes: [failed] } }),
  episode('under way', { isRunning: true, request: { step: 'milk.listen', format: 'm4a', out } }),
]
