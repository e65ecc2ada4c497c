import { expect, it } from 'vitest'
import { asset, sound } from '../../../test/harness/sound-module.ts'
import type { ProjectRecord } from '../../model/records.ts'
import { podcastKind } from '../../model/steps/podcast.ts'
import { compile } from '../compile.ts'

it('an episode brings its cover and the pictures of its chapters along, each once', () => {
  const parts = sound()
  const levels = { loudness: -16, range: 2, peak: -1.2 }
  const empty = podcastKind.create({ id: 'm.talk', title: 'Listen' })
  const files = ['audio', 'image', 'image'].map((kind, at) => ({
    ...asset(`asset.${at}`, kind as 'audio' | 'image', `${at}`),
    sha256: `${at}`.repeat(64),
  }))
  const [audio, cover, picture] = files
  const step = {
    ...empty,
    script: { ...empty.script, cover: cover?.id ?? null },
    episode: {
      audio: audio?.id ?? '',
      madeFrom: '',
      seconds: 9,
      chapters: [
        { start: 0, title: 'One', picture: picture?.id },
        { start: 3, title: 'Two' },
        { start: 6, title: 'Three', picture: cover?.id },
      ],
      cues: [],
      before: levels,
      after: levels,
    },
  }
  const module = { ...parts.module, steps: [step.id] }
  const { bundle, media } = compile({
    records: [...Object.values(parts), module, step, ...files] as ProjectRecord[],
    moduleId: module.id,
  })
  const [first] = bundle.steps
  if (first?.kind !== 'podcast') throw new Error('The step is no podcast')
  expect(first.chapters.map((chapter) => chapter.picture)).toEqual([
    expect.stringMatching(/^media\/2+\./),
    undefined,
    first.cover,
  ])
  expect(media.map((request) => request.asset)).toEqual(files.map(({ id }) => id))
})
