import { describe, expect, it } from 'vitest'
import type { Asset } from '../model/asset.ts'
import { createModule } from '../model/module.ts'
import { newChoice } from '../model/questions/base.ts'
import { createQuestion } from '../model/questions/index.ts'
import type { ProjectRecord } from '../model/records.ts'
import { createStep } from '../model/steps/index.ts'
import { compile } from './compile.ts'

const asset = (letter: string, fields: Partial<Asset>): Asset => ({
  id: `asset.${letter.repeat(16)}`,
  type: 'asset',
  name: 'Private name.mp4',
  kind: 'video',
  sha256: letter.repeat(64),
  extension: 'mp4',
  mediaType: 'video/mp4',
  bytes: 1000,
  width: 1280,
  height: 720,
  seconds: 60,
  framesPerSecond: 25,
  playable: true,
  ...fields,
})
const image = asset('a', { kind: 'image', extension: 'png', mediaType: 'image/png', seconds: null })
const video = asset('b', {})
const captions = asset('c', { kind: 'captions', extension: 'vtt', mediaType: 'text/vtt', width: null })

const page = createStep('page', { id: 'm.p', title: 'Read <this>' })
const watch = createStep('video', { id: 'm.v', title: 'Watch' })
const quiz = createStep('quiz', { id: 'm.q', title: 'Try' })
const question = createQuestion('single-choice', { id: 'm.q.one' })

function records(changes: { video?: object; module?: object } = {}): ProjectRecord[] {
  const module = createModule({ id: 'm', title: 'Module', language: 'ar' })
  return [
    { ...module, outcomes: ['m.O1'], steps: ['m.p', 'm.v', 'm.q'], pass: 80, ...changes.module },
    { id: 'm.O1', type: 'outcome', text: 'Can do it' },
    {
      ...page,
      outcome: 'm.O1',
      alternatives: 'secret group',
      body: [
        { type: 'image', asset: image.id, alt: 'A plan', decorative: false },
        { type: 'image', asset: image.id, alt: '', decorative: true },
      ],
    } as ProjectRecord,
    { ...watch, asset: video.id, captions: captions.id, ...changes.video } as ProjectRecord,
    { ...quiz, questions: ['m.q.one'] } as ProjectRecord,
    {
      ...question,
      stem: [{ type: 'paragraph', children: [{ type: 'text', text: 'Why?' }] }],
      choices: [newChoice('a', 100), newChoice('b')],
    } as ProjectRecord,
    image,
    video,
    captions,
  ]
}
const compiled = (changes: Parameters<typeof records>[0] = {}) =>
  compile({ records: records(changes), moduleId: 'm' })

describe('compiling a module', () => {
  it('keeps what a learner needs and leaves out what only authors need', () => {
    const { bundle } = compiled()
    expect(bundle).toMatchObject({ format: 1, id: 'm', language: 'ar', direction: 'rtl', pass: 80 })
    expect(bundle.steps.map(({ id, kind, title }) => [id, kind, title])).toEqual([
      ['m.p', 'page', 'Read <this>'],
      ['m.v', 'video', 'Watch'],
      ['m.q', 'quiz', 'Try'],
    ])
    const words = JSON.stringify(bundle)
    for (const secret of ['secret group', 'Private name', 'alternatives', 'asset.', 'sha256'])
      expect(words).not.toContain(secret)
  })

  it('asks once for a file that is shown twice, under a name made of its content', () => {
    const { media, bundle } = compiled()
    expect(media.filter(({ asset: id }) => id === image.id)).toEqual([
      { kind: 'file', path: 'media/aaaaaaaaaaaa.png', mediaType: 'image/png', asset: image.id },
    ])
    const [step] = bundle.steps
    expect(step?.kind === 'page' && step.html).toContain('<img src="media/aaaaaaaaaaaa.png" alt="A plan"')
  })

  it('takes an uncut video as it is, with the first frame as poster', () => {
    const { media, bundle } = compiled()
    expect(bundle.steps[1]).toMatchObject({
      source: 'media/bbbbbbbbbbbb.mp4',
      seconds: 60,
      poster: 'media/bbbbbbbbbbbb-0.jpg',
      captions: { source: 'media/cccccccccccc.vtt', language: 'ar', label: 'العربية' },
    })
    expect(media.map(({ kind, path }) => [kind, path])).toContainEqual(['file', 'media/bbbbbbbbbbbb.mp4'])
  })

  it('asks for a rendition of a cut video, and times its captions alike', () => {
    const keep = [
      { start: 1.5, end: 10 },
      { start: 20, end: 99 },
    ]
    const { media, bundle } = compiled({ video: { keep } })
    const cut = [
      { start: 1.5, end: 10 },
      { start: 20, end: 60 },
    ]
    expect(bundle.steps[1]).toMatchObject({
      source: 'media/bbbbbbbbbbbb-1500-10000-20000-60000.mp4',
      seconds: 48.5,
      poster: 'media/bbbbbbbbbbbb-1500.jpg',
    })
    expect(media).toContainEqual(expect.objectContaining({ kind: 'rendition', asset: video.id, ranges: cut }))
    expect(media).toContainEqual(
      expect.objectContaining({ kind: 'captions', mediaType: 'text/vtt', ranges: cut }),
    )
  })

  it('does not cut a video that is kept whole', () => {
    const { media } = compiled({ video: { keep: [{ start: 0, end: 60 }] } })
    expect(media.some(({ kind }) => kind === 'rendition')).toBe(false)
  })

  it('keeps names short however many ranges there are, and different for different cuts', () => {
    const keep = Array.from({ length: 40 }, (_, place) => ({ start: place, end: place + 0.5 }))
    const name = (ranges: typeof keep) =>
      compiled({ video: { keep: ranges } }).media.find(({ kind }) => kind === 'rendition')?.path ?? ''
    expect(name(keep).length).toBeLessThan(60)
    expect(name(keep)).not.toBe(name(keep.with(0, { start: 0, end: 0.6 })))
  })

  it('shows a video step without a recording as its words', () => {
    expect(compiled({ video: { asset: null } }).bundle.steps[1]).toEqual({
      id: 'm.v',
      title: 'Watch',
      outcome: null,
      kind: 'page',
      html: '',
    })
  })

  it('is pure: the same records give the same bundle, however they are handed in', () => {
    const map = Object.fromEntries(records().map((record) => [record.id, record]))
    expect(JSON.stringify(compile({ records: map, moduleId: 'm' }))).toBe(JSON.stringify(compiled()))
  })

  it('names the record that is missing', () => {
    expect(() => compile({ records: records(), moduleId: 'other' })).toThrow(/no module other/)
    expect(() => compiled({ module: { steps: ['m.gone'] } })).toThrow(/no step m\.gone/)
  })
})
