import type { Asset } from '../../../shared/model/asset.ts'
import { createModule } from '../../../shared/model/module.ts'
import type { ProjectRecord } from '../../../shared/model/records.ts'
import { createQuestion } from '../../../shared/model/questions/index.ts'
import { fromPlainText } from '../../../shared/model/richtext/text.ts'
import { createStep } from '../../../shared/model/steps/index.ts'

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
    steps: [page.id, video.id, emptyVideo.id, oldVideo.id, quiz.id],
  },
  createModule({ id: 'grind', title: 'Setting the grinder' }),
  { id: 'milk.O1', type: 'outcome', text: 'Steam milk to 60 °C without large bubbles' },
  page,
  video,
  emptyVideo,
  oldVideo,
  quiz,
  question,
  recording,
  unplayable,
]

export const emptyProject: ProjectRecord[] = [
  { id: 'project', type: 'project', title: 'Barista basics', series: [], target: 'generic' },
]
