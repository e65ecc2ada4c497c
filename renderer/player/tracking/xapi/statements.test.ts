import { expect, it } from 'vitest'
import { answer } from '../../../../test/harness/lms-visit.ts'
import { fixtureBundle } from '../../../../test/fixtures/bundle.ts'
import { podcastBundle } from '../../../../test/fixtures/podcast.ts'
import type { MediaEvent } from '../types.ts'
import type { Launch } from './launch.ts'
import { answered, experienced } from './learning.ts'
import { makeStatement, newId } from './statement.ts'
import { watched } from './video.ts'

const launch: Launch = {
  client: async () => ({ status: 0, body: null }),
  actor: {},
  activity: 'https://lms.example/17',
  registration: 'r',
  template: {
    registration: 'r',
    contextActivities: { grouping: [{ id: 'https://modules.example/price/' }] },
    extensions: { session: 'theirs' },
  },
  isCmi5: true,
  isReadOnly: false,
  masteryScore: null,
  returnUrl: null,
  session: null,
}
const ours = 'https://w3id.org/xapi/video/extensions/'
const event: MediaEvent = {
  type: 'paused',
  step: 'price.watch',
  time: 2.00049,
  seconds: 4,
  played: [
    [0, 1],
    [1.5, 2.00049],
  ],
}

it('a question is told with its definition, its outcome, and how much is done', () => {
  const made = answered(fixtureBundle, launch, { ...answer, objective: 'price.O1' }, 40)
  expect(made.object).toMatchObject({
    id: 'https://modules.example/price/m.q1',
    definition: {
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      interactionType: 'choice',
      description: { en: 'Which two?' },
      correctResponsesPattern: ['a[,]b'],
      choices: [{ id: 'a', description: { en: 'This' } }, { id: 'b' }, { id: 'c' }],
    },
  })
  expect(made.result).toMatchObject({
    response: 'a[,]c',
    success: false,
    duration: 'PT12.34S',
    score: { scaled: 0.5, raw: 1, min: 0, max: 2 },
    extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 40 },
  })
  expect(made.lists?.other).toMatchObject([{ definition: { name: { en: fixtureBundle.outcomes[0]?.text } } }])
  expect(answered(fixtureBundle, launch, answer, null).result).not.toHaveProperty('extensions')
})

it('a step is told by its title', () => {
  expect(experienced(fixtureBundle, launch, 'price.why', null)).toMatchObject({
    verb: 'experienced',
    object: {
      id: 'https://modules.example/price/price.why',
      definition: { name: { en: 'Why price comes up' } },
    },
  })
})

it('a recording is told by the video profile', () => {
  expect(watched(fixtureBundle, launch, event, 's')).toMatchObject({
    verb: 'https://w3id.org/xapi/video/verbs/paused',
    object: { definition: { type: 'https://w3id.org/xapi/video/activity-type/video' } },
    result: {
      extensions: {
        [`${ours}time`]: 2,
        [`${ours}progress`]: 0.375,
        [`${ours}played-segments`]: '0[.]1[,]1.5[.]2',
      },
    },
    lists: { category: [{ id: 'https://w3id.org/xapi/video' }] },
    extensions: { [`${ours}session-id`]: 's', [`${ours}length`]: 4 },
  })
  expect(watched(fixtureBundle, launch, { ...event, type: 'seeked', from: 0.5 }, 's').result).toEqual({
    extensions: { [`${ours}time-from`]: 0.5, [`${ours}time-to`]: 2 },
  })
  expect(watched(fixtureBundle, launch, { ...event, type: 'played' }, 's').result).toEqual({
    extensions: { [`${ours}time`]: 2 },
  })
  expect(watched(fixtureBundle, launch, { ...event, type: 'completed', time: 4 }, 's')).toMatchObject({
    verb: 'completed',
    result: {
      completion: true,
      duration: 'PT1.5S',
      extensions: { [`${ours}progress`]: 1, [`${ours}time`]: 4 },
    },
  })
})

it('an episode is told by the audio profile, in the video profile’s verbs and extensions', () => {
  const made = watched(podcastBundle, launch, { ...event, step: 'price.listen' }, 's')
  const profile = 'https://w3id.org/xapi/audio'
  expect(made).toMatchObject({
    verb: 'https://w3id.org/xapi/video/verbs/paused',
    object: {
      id: 'https://modules.example/price/price.listen/audio',
      definition: { type: `${profile}/activity-type/audio`, name: { en: 'Silence is an answer' } },
    },
    result: { extensions: { [`${ours}time`]: 2 } },
    lists: { category: [{ id: profile }] },
    extensions: { [`${ours}session-id`]: 's', [`${ours}length`]: 4 },
  })
})

it('what the record keeper says in its template is added to and never replaced', () => {
  const { context } = makeStatement(launch, {
    verb: 'answered',
    object: { id: 'x:y' },
    lists: { grouping: [{ id: 'x:more' }] },
    extensions: { session: 'ours', more: 1 },
  })
  expect(context).toEqual({
    registration: 'r',
    contextActivities: { grouping: [{ id: 'https://modules.example/price/' }, { id: 'x:more' }] },
    extensions: { session: 'theirs', more: 1 },
  })
  expect(launch.template.contextActivities?.grouping).toHaveLength(1)
})

it('ids are random UUIDs, of version 4', () => {
  const ids = Array.from({ length: 200 }, newId)
  expect(new Set(ids).size).toBe(200)
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})
