import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findInFeed } from '../harness/feeds.ts'
import { hasEspeak } from '../harness/speaks.ts'
import { failure, finish, openStudio, type StudioBench, transports } from './harness.ts'

const source = `---
title: Lifting safely
outcomes:
  O1: Lift a box without hurting your back
---

## Before you lift {#before outcome=O1}

Look, **then** lift.

## Check {#check}

\`\`\`gift
::First::What comes first? {=looking ~lifting#Look first.}

Name it. {=box =crate}
\`\`\`
`

describe.each(transports)('interchange operations, %s', (transport) => {
  let studio: StudioBench
  let path: string
  beforeAll(async () => {
    studio = await openStudio(transport)
    path = join(studio.folder, 'lifting.md')
    writeFileSync(path, source)
  })
  afterAll(() => studio.close())

  test('import makes one undoable change and reports what it left out; importing again changes nothing', async () => {
    const { project } = await studio.client.project.create({ title: 'Imports' })
    const { result, progress } = await finish(studio.client.interchange.import({ project, paths: [path] }))
    expect(progress.length).toBeGreaterThan(0)
    expect(result).toMatchObject({
      project: 'Imports',
      imported: { modules: 1, steps: 2, questions: 1, scenes: 0, panels: 0, cues: 0, assets: 0 },
      changed: 0,
      refused: 1,
      report: [
        { file: 'lifting.md', place: 'line 16', found: 'Name it. {=box =crate}', outcome: 'left-out' },
      ],
    })
    expect(result.created.map(({ id }) => id)).toEqual([
      'lifting-safely',
      'lifting-safely.O1',
      'lifting-safely.before',
      'lifting-safely.check',
      'lifting-safely.check.first',
    ])
    const before = (await studio.client.project.outline({ project })).history
    expect(before.undo).toBe('Import lifting.md')
    const again = await finish(studio.client.interchange.import({ project, paths: [path] }))
    expect(again.result.created).toEqual([])
    expect((await studio.client.project.outline({ project })).history).toEqual(before)
    await studio.client.project.undo({ project })
    expect((await studio.client.project.list({ project })).modules).toEqual([])
  })

  test('export drafts a podcast from what a module says, which reads as a script', async () => {
    const { project } = await studio.client.project.create({ title: 'Spoken' })
    await finish(studio.client.interchange.import({ project, paths: [path] }))
    const out = join(studio.folder, 'spoken.md')
    const ask = () =>
      finish(studio.client.interchange.export({ project, module: 'lifting-safely', format: 'podcast', out }))
    expect((await ask()).result).toEqual({ file: out, files: 1 })
    const { script, files, report } = await studio.client.interchange.readPodcast({ path: out })
    expect({ files, report }).toEqual({ files: {}, report: [] })
    expect(script).toMatchObject({ title: 'Lifting safely', language: 'en' })
    expect(script.chapters.map(({ title }) => title)).toEqual([null, 'Before you lift', 'Check'])
    const said = script.chapters.flatMap(({ lines }) => lines)
    expect(said).toContainEqual(
      expect.objectContaining({ kind: 'speech', text: 'Look, *then* lift.', speaker: 'Ana' }),
    )
    expect(await failure(ask())).toMatchObject({ code: 'file-exists', defined: true })
    const empty = join(studio.folder, 'empty.md')
    writeFileSync(empty, 'title: Nothing\n---\n')
    expect(await failure(studio.client.interchange.readPodcast({ path: empty }))).toMatchObject({
      code: 'source-invalid',
      defined: true,
    })
  })

  test('a podcast is taken in as a step, also when nobody says anything in it', async () => {
    const { project } = await studio.client.project.create({ title: 'Podcasts' })
    const talks = join(studio.folder, 'talks.md')
    const fence = (text: string) => `\`\`\`podcast\n${text}\`\`\`\n\n`
    writeFileSync(
      talks,
      `---\ntitle: Talks\n---\n## Hear {#hear}\n\n${fence('voices: { Ana: en }\nrate: 44100\n---\nAna: Hi.\n')}## Later {#later}\n\n${fence('')}`,
    )
    const { result } = await finish(studio.client.interchange.import({ project, paths: [talks] }))
    expect(result.imported).toMatchObject({ modules: 1, steps: 2 })
    expect(result.report).toMatchObject([
      { place: 'line 15', found: 'a podcast without words', outcome: 'changed' },
    ])
    const [module] = (await studio.client.project.list({ project })).modules
    expect(module?.steps).toEqual([
      { id: 'talks.hear', kind: 'podcast', title: 'Hear' },
      { id: 'talks.later', kind: 'podcast', title: 'Later' },
    ])
    const { records } = await studio.client.project.module({ project, module: 'talks' })
    expect(records).toContainEqual(
      expect.objectContaining({ id: 'talks.hear', sampleRate: 44_100, episode: null }),
    )
    expect(await studio.client.interchange.readPodcast({ path: talks })).toMatchObject({
      sampleRate: 44_100,
      bitrate: 128,
      script: { title: 'Hear' },
    })
  })

  test('podcastFeed makes a feed beside an episode, and leaves what is none as it is', async () => {
    const said = join(studio.folder, 'said.md')
    writeFileSync(said, 'voices: { Ana: en }\n---\nAna: Hi.\n')
    const { script } = await studio.client.interchange.readPodcast({ path: said })
    const [feed, audio] = ['feed.xml', 'talk.mp3'].map((name) => join(studio.folder, name)) as [
      string,
      string,
    ]
    writeFileSync(audio, Buffer.alloc(1234))
    const episode = { script, audio, site: 'https://example.org/talks', seconds: 61.2 }
    const made = await studio.client.interchange.podcastFeed({ ...episode, feed, series: 'Talks' })
    expect(made).toMatchObject({ file: feed, url: 'https://example.org/talks/talk.mp3' })
    expect(findInFeed(readFileSync(feed, 'utf8'), '//item/enclosure/@length')).toEqual(['1234'])
    for (const [asked, code] of [
      [{ feed: path }, 'file-kind-unknown'],
      [{ feed: join(studio.folder, 'elsewhere/feed.xml') }, 'invalid-input'],
      [{ feed, site: 'ftp://example.org' }, 'invalid-input'],
    ] as const)
      expect(await failure(studio.client.interchange.podcastFeed({ ...episode, ...asked }))).toMatchObject({
        code,
        defined: true,
      })
    expect(readFileSync(path, 'utf8')).toBe(source)
  })

  test('seriesFeed tells what became of each podcast of a series, and refuses a series that is not there', async () => {
    const { project } = await studio.client.project.create({ title: 'Series' })
    const talks = join(studio.folder, 'series.md')
    const fence = (text: string) => `\`\`\`podcast\n${text}\`\`\`\n\n`
    const spoken = 'voices: { Ana: en }\n---\nAna: Hello there, everybody.\n'
    writeFileSync(
      talks,
      `---\ntitle: Talks\n---\n## Hear {#hear}\n\n${fence(spoken)}## Later {#later}\n\n${fence('')}`,
    )
    await finish(studio.client.interchange.import({ project, paths: [talks] }))
    const { series } = await studio.client.project.list({ project })
    const id = series.find(({ modules }) => modules.includes('talks'))?.id ?? ''
    const out = join(studio.folder, 'talks')
    const ask = (more: { series?: string; site?: string } = {}) =>
      finish(
        studio.client.interchange.seriesFeed({
          project,
          series: id,
          out,
          site: 'https://example.org/talks',
          mergeKey: 'feed',
          ...more,
        }),
      )
    const { result, progress } = await ask()
    expect(progress.length).toBeGreaterThan(0)
    expect(result.episodes).toMatchObject([
      {
        module: 'talks',
        step: 'talks.hear',
        title: 'Hear',
        // Without a voice there is a sentence in its place, and nothing to list.
        ...(hasEspeak
          ? { outcome: 'written', message: null, url: 'https://example.org/talks/talks.hear.mp3' }
          : { outcome: 'failed', message: expect.stringMatching(/\.$/) }),
      },
      { step: 'talks.later', outcome: 'left-out', message: expect.stringContaining('no words yet') },
    ])
    expect(existsSync(result.file)).toBe(hasEspeak)
    expect(result.rendered.map(({ step }) => step)).toEqual(hasEspeak ? ['talks.hear'] : [])
    if (hasEspeak) expect(findInFeed(readFileSync(result.file, 'utf8'), '//item/title')).toEqual(['Hear'])

    for (const [more, code] of [
      [{ series: 'nowhere' }, 'record-missing'],
      [{ site: 'ftp://example.org' }, 'invalid-input'],
    ] as const)
      expect(await failure(ask(more))).toMatchObject({ code, defined: true })
  })

  test('export writes a file that imports as the same module', async () => {
    const { project } = await studio.client.project.create({ title: 'Exports' })
    await finish(studio.client.interchange.import({ project, paths: [path] }))
    const out = join(studio.folder, 'exported')
    const ask = () =>
      finish(studio.client.interchange.export({ project, module: 'lifting-safely', format: 'source', out }))
    const { result } = await ask()
    expect(result).toEqual({ file: join(out, 'module.md'), files: 1 })
    expect(readFileSync(result.file, 'utf8')).toContain('## Before you lift {#before outcome=O1}')
    expect(await failure(ask())).toMatchObject({ code: 'file-exists', defined: true })
    const other = await studio.client.project.create({ title: 'Other' })
    const back = await finish(
      studio.client.interchange.import({ project: other.project, paths: [result.file] }),
    )
    expect(back.result.report).toEqual([])
    const records = async (handle: string) =>
      (await studio.client.project.module({ project: handle, module: 'lifting-safely' })).records
    expect(await records(other.project)).toEqual(await records(project))
  })

  test('a file that cannot be read at all is refused with a sentence, and nothing is imported', async () => {
    const { project } = await studio.client.project.create({ title: 'Refused' })
    const file = (name: string, content: string | Uint8Array) => {
      const at = join(studio.folder, name)
      writeFileSync(at, content)
      return at
    }
    mkdirSync(join(studio.folder, 'folder.md'), { recursive: true })
    for (const [bad, code] of [
      [file('empty.md', ''), 'file-empty'],
      [file('huge.md', Buffer.alloc(50_000_000, 'a ')), 'file-too-large'],
      [file('binary.md', Buffer.from([0, 1, 2, 255, 0])), 'file-kind-unknown'],
      [file('story.docx', 'words'), 'file-kind-unknown'],
      [file('open.md', '---\ntitle: x\n'), 'source-invalid'],
      [file('bad.md', '---\ntitle: [x\n---\n'), 'source-invalid'],
      [join(studio.folder, 'absent.md'), 'file-missing'],
      [join(studio.folder, 'folder.md'), 'file-unreadable'],
    ] as const) {
      const error = await failure(finish(studio.client.interchange.import({ project, paths: [path, bad] })))
      expect(error, bad).toMatchObject({ code, defined: true })
      expect(error.message).toMatch(/\.$/)
    }
    expect((await studio.client.project.list({ project })).modules).toEqual([])
    expect((await studio.client.project.outline({ project })).history.undo).toBeNull()
    expect(existsSync(join(studio.folder, 'absent.md'))).toBe(false)
  })
})
