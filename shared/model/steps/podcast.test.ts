import { expect, it } from 'vitest'
import { scriptSchema } from '../../podcast/script.ts'
import { podcastKind } from './podcast.ts'

const { script, ...empty } = podcastKind.create({ id: 'm.talk', title: 'Listen' })
const levels = { loudness: -16, range: 2, peak: -1.2 }

it('names every asset once: what its script does, and what it was rendered with', () => {
  const clip = { place: 1, kind: 'clip' as const, file: 'asset.call', speaker: null, text: null }
  const step = {
    ...empty,
    script: {
      ...script,
      music: { ...script.music, bed: 'asset.bed' },
      cover: 'asset.cover',
      chapters: [
        { title: 'One', picture: 'asset.one', lines: [{ ...clip, source: null, edit: null }] },
        { title: 'Two', picture: 'asset.cover', lines: [] },
        { title: 'Three', lines: [] },
      ],
    },
    episode: {
      audio: 'asset.talk',
      madeFrom: '0a1b',
      seconds: 2,
      chapters: [
        { start: 0, title: 'One', picture: 'asset.before' },
        { start: 1, title: 'Two' },
      ],
      cues: [],
      before: levels,
      after: levels,
    },
  }
  expect(podcastKind.schema.parse(step)).toEqual(step)
  expect(podcastKind.references(step).assets).toEqual([
    'asset.bed',
    'asset.cover',
    'asset.one',
    'asset.call',
    'asset.talk',
    'asset.before',
  ])
})

it('lets a picture stand under a heading alone, which the text of a script has a line for', () => {
  const chapters = [{ title: null, picture: 'asset.one', lines: [] }]
  expect(scriptSchema.safeParse({ ...script, chapters }).success).toBe(false)
})
