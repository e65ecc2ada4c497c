import fc from 'fast-check'
import type { Module, Outcome } from '../../shared/model/module.ts'
import { choiceIds } from '../../shared/model/questions/base.ts'
import type { Question } from '../../shared/model/questions/index.ts'
import type { ProjectRecord } from '../../shared/model/records.ts'
import type { Step } from '../../shared/model/steps/index.ts'
import { numbered } from '../../electron/core/interchange/module-source/steps/podcast.ts'
import { anyEpisode, anyScript } from './generated-scripts.ts'
import { anyInline, anyRichText, anyWords } from './generated-text.ts'

/** The assets that generated modules show, by id. */
export const generatedAssets = {
  'asset.1': { name: 'one.png', kind: 'image' },
  'asset.2': { name: 'two pictures (2).jpg', kind: 'image' },
  'asset.3': { name: 'call.mp4', kind: 'video' },
  'asset.4': { name: 'call.en.vtt', kind: 'captions' },
  'asset.5': { name: 'intro.wav', kind: 'audio' },
  'asset.6': { name: 'take {2: two}', kind: 'audio' },
} as const

export type GeneratedModule = { module: Module; records: ProjectRecord[]; series: string }

const key = fc.oneof(
  fc.constantFrom('why', 'O1', 'step_one', 'a-b.c', '0k3', 'constructor', 'x__y_', '123', 'null'),
  fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,9}$/),
)
const title = anyWords({ maxLength: 80 })
const seconds = fc.integer({ min: 0, max: 5_000_000 }).map((milliseconds) => milliseconds / 1000)
const intro = anyRichText(['asset.1', 'asset.2'])

const credit = fc.oneof(
  fc.constantFrom(100, 0, 50, -50, 33.33333),
  fc.double({ min: -100, max: 100, noNaN: true }).map((number) => Math.round(number * 1000) / 1000 + 0),
)

const question = (id: string): fc.Arbitrary<Question> =>
  fc
    .record({
      title: title.map((words) => words.trim()),
      stem: intro,
      points: fc.constantFrom(1, 0, 2.5, 1000),
      feedback: anyInline(),
      choices: fc
        .array(fc.record({ text: anyInline(), credit, feedback: anyInline() }), { maxLength: 4 })
        .chain((choices) =>
          fc
            .shuffledSubarray(choiceIds, { minLength: choices.length, maxLength: choices.length })
            .chain((odd) =>
              fc.boolean().map((isUsual) =>
                choices.map((choice, index) => ({
                  id: (isUsual ? choiceIds : odd)[index] ?? 'a',
                  ...choice,
                })),
              ),
            ),
        ),
      shuffle: fc.boolean(),
      marking: fc.constantFrom('per-choice' as const, 'all-or-nothing' as const),
      isSingle: fc.boolean(),
    })
    .map(({ isSingle, marking, ...fields }): Question => {
      const base = { id, type: 'question' as const, ...fields }
      return isSingle ? { ...base, kind: 'single-choice' } : { ...base, kind: 'multiple-response', marking }
    })

type Base = Pick<Step, 'id' | 'type' | 'title' | 'outcome' | 'alternatives'>

const step = (base: Base): fc.Arbitrary<ProjectRecord[]> =>
  fc.oneof(
    intro.map((body): ProjectRecord[] => [{ ...base, kind: 'page', body }]),
    fc
      .record({
        intro,
        asset: fc.option(fc.constant('asset.3')),
        captions: fc.option(fc.constant('asset.4')),
        poster: fc.option(seconds),
        mustWatch: fc.option(fc.constantFrom(1, 80, 100)),
        keep: fc.array(
          fc
            .tuple(seconds, fc.integer({ min: 1, max: 100_000 }))
            .map(([start, length]) => ({ start, end: Math.round(start * 1000 + length) / 1000 })),
          { maxLength: 3 },
        ),
      })
      .map((fields): ProjectRecord[] => [{ ...base, kind: 'video', ...fields }]),
    fc
      .record({
        intro,
        script: anyScript(fc.constantFrom('asset.5', 'asset.6'), fc.constantFrom('asset.1', 'asset.2')),
        hasTitle: fc.boolean(),
        settings: anyEpisode,
      })
      .map(({ script, hasTitle, settings, ...fields }): ProjectRecord[] => [
        {
          ...base,
          kind: 'podcast',
          ...fields,
          ...settings,
          script: numbered({ ...script, title: hasTitle ? script.title : '' }),
          episode: null,
        },
      ]),
    fc
      .record({
        intro,
        shuffleQuestions: fc.boolean(),
        mustScore: fc.option(fc.constantFrom(1, 66.7, 100)),
        keys: fc.uniqueArray(key, { maxLength: 3 }),
      })
      .chain(({ keys, ...fields }) => {
        const ids = keys.map((name) => `${base.id}.${name}`)
        return fc
          .tuple(...ids.map(question))
          .map((questions): ProjectRecord[] => [
            { ...base, kind: 'quiz', ...fields, questions: ids },
            ...questions,
          ])
      }),
  )

/** Modules as the studio keeps them, with everything that module source can say. */
export const anyModule: fc.Arbitrary<GeneratedModule> = fc
  .record({
    id: key,
    title: anyWords({ maxLength: 100 }),
    language: fc.constantFrom('en', 'de-AT', 'ar'),
    minutes: fc.option(fc.constantFrom(5, 0.5, 600)),
    pass: fc.option(fc.constantFrom(0, 70, 66.7, 100)),
    behaviour: fc.record({
      navigation: fc.constantFrom('free', 'restricted'),
      resume: fc.constantFrom('ask', 'always', 'never'),
      completion: fc.constantFrom('steps', 'passed', 'end'),
      attempts: fc.option(fc.constantFrom(1, 3, 50)),
      exitButton: fc.boolean(),
    }),
    series: title.map((words) => words.trim()),
    outcomes: fc.uniqueArray(key, { maxLength: 3 }),
    texts: fc.array(anyWords(), { minLength: 3, maxLength: 3 }),
    stepKeys: fc.uniqueArray(key, { maxLength: 4 }),
  })
  .chain(({ outcomes: outcomeKeys, texts, stepKeys, series, ...fields }) => {
    const taken = new Set(outcomeKeys)
    const stepIds = stepKeys.filter((name) => !taken.has(name)).map((name) => `${fields.id}.${name}`)
    const outcomes = outcomeKeys.map(
      (name, index): Outcome => ({ id: `${fields.id}.${name}`, type: 'outcome', text: texts[index] ?? '' }),
    )
    const module: Module = {
      ...fields,
      type: 'module',
      outcomes: outcomes.map(({ id }) => id),
      theme: 'default',
      steps: stepIds,
    }
    const steps = stepIds.map((id) =>
      fc
        .record({
          title,
          outcome: fc.option(fc.constantFrom(...(module.outcomes.length > 0 ? module.outcomes : [null]))),
          alternatives: fc.option(anyWords({ maxLength: 60 })),
        })
        .chain((base) => step({ id, type: 'step', ...base })),
    )
    return fc.tuple(...steps).map((made) => ({ module, records: [...outcomes, ...made.flat()], series }))
  })
  // A step's key and a question's may make the same id (`a.b` and `a` + `b`); a project never holds both.
  .filter(({ records }) => new Set(records.map(({ id }) => id)).size === records.length)
  // Plain objects, as they come from a database.
  .map((generated) => JSON.parse(JSON.stringify(generated)) as GeneratedModule)
