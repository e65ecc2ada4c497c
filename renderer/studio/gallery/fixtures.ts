import type { Asset } from '../../../shared/model/asset.ts'
import { createModule } from '../../../shared/model/module.ts'
import type { ProjectRecord } from '../../../shared/model/records.ts'
import { createQuestion } from '../../../shared/model/questions/index.ts'
import { fromPlainText } from '../../../shared/model/richtext/text.ts'
import { createStep } from '../../../shared/model/steps/index.ts'
import { madeFrom } from '../../../shared/podcast/made-from.ts'
import type { Line } from '../../../shared/podcast/script.ts'

/** A small project for the gallery: a module with a step of each kind, and a module without steps. */

export const recording: Asset = {
  id: 'asset.0123456789abcdef',
  type: 'asset',
  name: 'steaming-milk.mp4',
  kind: 'video',
  sha256: '0'.repeat(64),
  extension: 'mp4',
  mediaType: 'video/mp4',
  bytes: 48_210_334,
  width: 1920,
  height: 1080,
  seconds: 4,
  framesPerSecond: 25,
  playable: true,
}

export const unplayable: Asset = {
  ...recording,
  id: 'asset.fedcba9876543210',
  name: 'from-the-phone.mov',
  sha256: 'f'.repeat(64),
  extension: 'mov',
  mediaType: 'video/quicktime',
  playable: false,
}

const page = {
  ...createStep('page', { id: 'milk.why', title: 'Why milk is steamed' }),
  outcome: 'milk.O1',
  body: fromPlainText(
    'Steam heats milk and folds air into it. Warm milk tastes sweeter, and fine foam carries the aroma of the coffee.\nStop when the jug is too warm to hold: at 65 °C the sweetness is gone.',
  ),
}
const video = {
  ...createStep('video', { id: 'milk.watch', title: 'Two sounds to listen for' }),
  asset: recording.id,
  keep: [{ start: 0.8, end: 3.2 }],
}
const emptyVideo = createStep('video', { id: 'milk.next', title: '' })
const oldVideo = {
  ...createStep('video', { id: 'milk.old', title: 'From the phone' }),
  asset: unplayable.id,
}
export const episodeAudio: Asset = {
  ...recording,
  id: 'asset.00000000000000e0',
  name: 'Listen instead.mp3',
  kind: 'audio',
  sha256: 'e'.repeat(64),
  extension: 'mp3',
  mediaType: 'audio/mpeg',
  bytes: 1_920_000,
  width: null,
  height: null,
  seconds: 120,
  framesPerSecond: null,
}

const picture = (number: number, name: string): Asset => ({
  ...recording,
  id: `asset.0000000000000f0${number}`,
  name,
  kind: 'image',
  sha256: String(number).repeat(64),
  extension: 'png',
  mediaType: 'image/png',
  seconds: null,
  framesPerSecond: null,
})
export const jugPicture = picture(1, 'Jug under the steam wand.png')
export const foamPicture = picture(2, 'Foam.png')

const says = (place: number, speaker: string, text: string, hash: string | null = null): Line => ({
  place,
  kind: 'speech',
  speaker,
  text,
  source: hash === null ? null : { step: page.id, hash },
})
const emptyPodcast = createStep('podcast', { id: 'milk.talk', title: '' })
const podcastBase = createStep('podcast', { id: 'milk.listen', title: 'Listen instead', language: 'en-GB' })
if (podcastBase.kind !== 'podcast') throw new Error('A podcast was asked for')
const written = {
  ...podcastBase,
  script: {
    ...podcastBase.script,
    author: 'Ada',
    speakers: [
      { name: 'Ana', voice: 'espeak-ng:en-gb', speed: 1 },
      { name: 'Ben', voice: 'en', speed: 1.1 },
    ],
    pronunciation: { SCORM: 'skorm' },
    music: { ...podcastBase.script.music, intro: episodeAudio.id },
    chapters: [
      { title: null, lines: [says(1, 'Ana', 'Welcome to “Steaming milk”.')] },
      {
        title: 'Why milk is steamed',
        picture: jugPicture.id,
        lines: [
          says(2, 'Ben', 'Why is milk steamed at all?'),
          // It was drafted from words that the page no longer has.
          says(3, 'Ana', 'Steam heats milk and folds air.', '0'.repeat(16)),
          { place: 4, kind: 'pause' as const, seconds: 1.5 },
          {
            place: 5,
            kind: 'clip' as const,
            file: episodeAudio.id,
            speaker: null,
            text: null,
            source: null,
            edit: null,
          },
        ],
      },
    ],
  },
}
const levels = { loudness: -16.02, range: 3.1, peak: -1.4 }
const podcast = {
  ...written,
  episode: {
    audio: episodeAudio.id,
    madeFrom: madeFrom(written, {}),
    seconds: 120,
    chapters: [
      { start: 0, title: 'Listen instead' },
      { start: 4, title: 'Why milk is steamed' },
    ],
    cues: [
      { start: 0.5, end: 2.5, speaker: 'Ana', text: 'Welcome to “Steaming milk”.' },
      { start: 4, end: 6, speaker: 'Ben', text: 'Why is milk steamed at all?' },
    ],
    before: { ...levels, loudness: -21.3 },
    after: levels,
  },
}
const question = {
  ...createQuestion('single-choice', { id: 'milk.check.q1' }),
  stem: fromPlainText('The jug starts to scream. What do you do?'),
}
const quiz = {
  ...createStep('quiz', { id: 'milk.check', title: 'Check yourself' }),
  questions: [question.id],
}

export const lesson: ProjectRecord[] = [
  { id: 'project', type: 'project', title: 'Barista basics', series: ['first'], target: 'generic' },
  { id: 'first', type: 'series', title: 'Behind the counter', modules: ['milk', 'grind'] },
  {
    ...createModule({ id: 'milk', title: 'Steaming milk', language: 'en-GB' }),
    minutes: 5,
    pass: 80,
    outcomes: ['milk.O1'],
    steps: [page.id, video.id, emptyVideo.id, oldVideo.id, podcast.id, emptyPodcast.id, quiz.id],
  },
  createModule({ id: 'grind', title: 'Setting the grinder' }),
  { id: 'milk.O1', type: 'outcome', text: 'Steam milk to 60 °C without large bubbles' },
  page,
  video,
  emptyVideo,
  oldVideo,
  podcast,
  emptyPodcast,
  quiz,
  question,
  recording,
  unplayable,
  episodeAudio,
  jugPicture,
  foamPicture,
]

export const emptyProject: ProjectRecord[] = [
  { id: 'project', type: 'project', title: 'Barista basics', series: [], target: 'generic' },
]
