import { describe, expect, it } from 'vitest'
import { createModule } from './module.ts'
import { createQuestion, questionKinds } from './questions/index.ts'
import {
  childrenOf,
  isRoot,
  type ProjectRecord,
  recordSchema,
  recordTypes,
  referencesOf,
  searchTextOf,
  usesOf,
} from './records.ts'
import { createStep, stepKinds } from './steps/index.ts'
import type { VideoStep } from './steps/video.ts'

const samples: ProjectRecord[] = [
  { id: 'project', type: 'project', title: 'P', series: ['s'], target: 'generic' },
  { id: 's', type: 'series', title: 'S', modules: ['m'] },
  { id: 's.feed', type: 'series', title: 'S', modules: [], feedSite: 'https://example.org/talks/' },
  { ...createModule({ id: 'm', title: 'M' }), outcomes: ['m.O1'], steps: ['m.a'] },
  { id: 'm.O1', type: 'outcome', text: 'Can tell a bee from a wasp' },
  ...stepKinds.map(({ kind }) => createStep(kind, { id: `m.${kind}`, title: kind })),
  ...questionKinds.map(({ kind }) => createQuestion(kind, { id: `m.quiz.${kind}` })),
  {
    id: 'asset.1',
    type: 'asset',
    name: 'bee.mp4',
    kind: 'video',
    sha256: '0'.repeat(64),
    extension: 'mp4',
    mediaType: 'video/mp4',
    bytes: 1,
    width: 1,
    height: 1,
    seconds: 1,
    framesPerSecond: 25,
    playable: true,
  },
]

it('has a sample of every type here', () => {
  expect(new Set(samples.map(({ type }) => type))).toEqual(new Set(recordTypes))
})

describe.each(samples.map((record) => [`${record.type} ${record.id}`, record] as const))(
  '%s',
  (_, record) => {
    it('is taken by the schema as it stands, and refused with a field nobody knows', () => {
      expect(recordSchema.parse(record)).toEqual(record)
      expect(recordSchema.safeParse({ ...record, surprise: 1 }).success).toBe(false)
      expect(recordSchema.safeParse({ ...record, id: 'no spaces' }).success).toBe(false)
    })

    it('can be asked for its words and for whom it names', () => {
      expect(() => [searchTextOf(record), referencesOf(record)]).not.toThrow()
    })
  },
)

it('refuses a record of no known type', () => {
  for (const value of [null, 3, {}, { type: 'wasp', id: 'w' }, { type: 'constructor', id: 'w' }])
    expect(recordSchema.safeParse(value).success).toBe(false)
})

it('tells what a record owns from what it shows', () => {
  const video = createStep('video', { id: 'm.v', title: 'V' }) as VideoStep
  const step: VideoStep = { ...video, asset: 'asset.1', captions: 'asset.2', outcome: 'm.O1' }
  expect(childrenOf(step)).toEqual([])
  expect(usesOf(step)).toEqual(['asset.1', 'asset.2', 'm.O1'])
  expect(samples.flatMap((record) => (record.type === 'module' ? childrenOf(record) : []))).toEqual([
    'm.O1',
    'm.a',
  ])
  expect(samples.filter(isRoot).map(({ type }) => type)).toEqual(['project', 'asset'])
})
