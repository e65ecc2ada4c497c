import type { Asset } from '../../shared/model/asset.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { createModule, type Module } from '../../shared/model/module.ts'
import { newChoice } from '../../shared/model/questions/base.ts'
import { createQuestion } from '../../shared/model/questions/index.ts'
import type { MultipleResponse } from '../../shared/model/questions/multiple-response.ts'
import type { SingleChoice } from '../../shared/model/questions/single-choice.ts'
import { fromPlainText } from '../../shared/model/richtext/text.ts'
import { checkModule } from '../../shared/model/rules/index.ts'
import { createStep } from '../../shared/model/steps/index.ts'
import type { PageStep } from '../../shared/model/steps/page.ts'
import type { QuizStep } from '../../shared/model/steps/quiz.ts'
import type { VideoStep } from '../../shared/model/steps/video.ts'

export const words = (text: string) => [{ type: 'text' as const, text }]
export const asset = (id: string, kind: Asset['kind'], name: string): Asset => ({
  id,
  type: 'asset',
  name,
  kind,
  sha256: '0'.repeat(64),
  extension: 'bin',
  mediaType: 'application/octet-stream',
  bytes: 1,
  width: null,
  height: null,
  seconds: kind === 'video' ? 60 : null,
  framesPerSecond: null,
  playable: true,
})

/** A module that nothing is wrong with. */
export const sound = () => ({
  module: {
    ...createModule({ id: 'm', title: 'Bees' }),
    minutes: 5,
    pass: 80,
    outcomes: ['m.O1'],
    steps: ['m.page', 'm.video', 'm.quiz'],
  } as Module,
  outcome: { id: 'm.O1', type: 'outcome' as const, text: 'Opens a hive' },
  page: {
    ...createStep('page', { id: 'm.page', title: 'Why bees' }),
    outcome: 'm.O1',
    body: [
      ...fromPlainText('Honey keeps for years.'),
      { type: 'image', asset: 'asset.hive', alt: 'An open hive', decorative: false },
    ],
  } as PageStep,
  video: {
    ...createStep('video', { id: 'm.video', title: 'Opening the hive' }),
    asset: 'asset.film',
    keep: [{ start: 0, end: 60 }],
    captions: 'asset.captions',
  } as VideoStep,
  quiz: {
    ...createStep('quiz', { id: 'm.quiz', title: 'Check' }),
    questions: ['m.quiz.one', 'm.quiz.many'],
  } as QuizStep,
  one: {
    ...createQuestion('single-choice', { id: 'm.quiz.one' }),
    stem: fromPlainText('What keeps a hive warm?'),
    choices: [
      { ...newChoice('a', 100), text: words('Bees') },
      { ...newChoice('b'), text: words('The sun') },
    ],
  } as SingleChoice,
  many: {
    ...createQuestion('multiple-response', { id: 'm.quiz.many' }),
    stem: fromPlainText('What do bees make?'),
    choices: [
      { ...newChoice('a', 50), text: words('Honey') },
      { ...newChoice('b', 50), text: words('Wax') },
      { ...newChoice('c'), text: words('Jam') },
    ],
  } as MultipleResponse,
  hive: asset('asset.hive', 'image', 'hive.jpg') as Asset | null,
  film: asset('asset.film', 'video', 'film.mp4') as Asset,
  captions: asset('asset.captions', 'captions', 'film.vtt') as Asset,
})
export type Parts = ReturnType<typeof sound>

export const check = (parts: Parts): Finding[] =>
  checkModule(
    Object.values(parts).filter((record): record is NonNullable<typeof record> => record !== null),
    'm',
  )
