import { expect, it } from 'vitest'
import { asset, check, sound } from '../../../test/harness/sound-module.ts'
import { madeFrom } from '../../podcast/made-from.ts'
import type { Line, Script } from '../../podcast/script.ts'
import { podcastKind, type PodcastStep } from '../steps/podcast.ts'

const says: Line = { place: 1, kind: 'speech', speaker: 'Ana', text: 'Bees hum.', source: null }
const empty = podcastKind.create({ id: 'm.talk', title: 'Listen' })
const written = (...lines: Line[]): Script => ({ ...empty.script, chapters: [{ title: null, lines }] })
const levels = { loudness: -16, range: 2, peak: -1.2 }

/** What the checks say of a module with this podcast in it: `severity rule`. */
function findings(step: PodcastStep): string[] {
  const parts = sound()
  const module = { ...parts.module, steps: [...parts.module.steps, step.id] }
  const audio = asset('asset.talk', 'audio', 'Listen.mp3')
  return check({ ...parts, module, talk: step, audio } as ReturnType<typeof sound>).map(
    ({ severity, rule }) => `${severity} ${rule}`,
  )
}

function rendered(script: Script, seconds = 60): PodcastStep {
  const step = { ...empty, script }
  const episode = { audio: 'asset.talk', seconds, chapters: [], cues: [], before: levels, after: levels }
  return { ...step, episode: { ...episode, madeFrom: madeFrom(step, {}) } }
}

it('blocks a podcast that nobody hears anything of, with or without words', () => {
  expect(findings(empty)).toEqual(['block podcast-not-rendered'])
  expect(findings({ ...empty, script: written(says) })).toEqual(['block podcast-not-rendered'])
})

it('has nothing to say of one that was rendered, and warns of one that was changed since', () => {
  const step = rendered(written(says))
  expect(findings(step)).toEqual([])
  expect(findings({ ...step, script: written({ ...says, text: 'Wasps hum.' }) })).toEqual([
    'warn podcast-out-of-date',
  ])
  // Where a line comes from, and what it is called, is not heard.
  const moved: Line = { ...says, place: 9, source: { step: 'm.page', hash: 'ab' } }
  expect(findings({ ...step, script: written(moved) })).toEqual([])
})

it('warns of a picture that was changed since, whatever order its fields are in', () => {
  const chapter = { title: 'One', picture: 'asset.one', lines: [says] }
  const step = rendered({ ...empty.script, chapters: [chapter] })
  const withChapter = (changed: Script['chapters'][number]) =>
    findings({ ...step, script: { ...empty.script, chapters: [changed] } })
  expect(withChapter({ lines: [says], title: 'One', picture: 'asset.one' })).toEqual(withChapter(chapter))
  expect(withChapter({ ...chapter, picture: 'asset.two' })).toContain('warn podcast-out-of-date')
  expect(withChapter({ title: 'One', lines: [says] })).toContain('warn podcast-out-of-date')
})

it('hints at a recording without its words', () => {
  const clip = {
    place: 2,
    kind: 'clip',
    file: 'asset.talk',
    speaker: null,
    source: null,
    edit: null,
  } as const
  expect(findings(rendered(written(says, { ...clip, text: null })))).toEqual(['hint transcript-missing'])
  expect(findings(rendered(written(says, { ...clip, text: 'A bell.' })))).toEqual([])
})

it('counts an episode by its length, and not by its words', () => {
  const long = { ...says, text: 'Bees hum. '.repeat(2000) }
  expect(findings(rendered(written(long)))).toEqual([])
  expect(findings(rendered(written(says), 3600))).toEqual(['hint longer-than-intended'])
})
