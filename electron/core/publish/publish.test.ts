import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { writePretendPlayer } from '../../../test/harness/pretend-player.ts'
import { type TemporaryProjects, temporaryProjects } from '../../../test/harness/projects.ts'
import { addPublishableModule, choiceQuestion, pretendMedia } from '../../../test/harness/publishable.ts'
import { changeOf } from '../../../test/harness/records.ts'
import type { Published } from '../../../shared/contract/publish.ts'
import { checkModule } from '../../../shared/model/rules/index.ts'
import type { ProjectAccess } from '../domains.ts'
import type { Verification } from '../ports.ts'
import { publishModule } from './publish.ts'

let here: TemporaryProjects
let project: ProjectAccess
let built: string
beforeEach(() => {
  here = temporaryProjects()
  project = here.projects.get(here.projects.create({ title: 'Bees' }).project)
  built = join(here.folder, 'out')
  writePretendPlayer(built)
  addPublishableModule(project)
})
afterEach(() => here.dispose())

type Request = Parameters<typeof publishModule>[1]
type Lent = { signal?: AbortSignal; media?: ReturnType<typeof pretendMedia>; verification?: Verification }

async function publish(
  request: Partial<Request> = {},
  { signal = new AbortController().signal, media = pretendMedia(), verification }: Lent = {},
): Promise<Published> {
  const out = join(here.folder, 'm.zip')
  const work = publishModule(
    project,
    { module: 'm', format: 'scorm12', out, ...request },
    { media, check: checkModule, built, verification },
    signal,
  )
  for await (const event of work) if (event.type === 'done') return event.result
  throw new Error('no result')
}

async function filesOf(zip: string): Promise<Record<string, string>> {
  const opened = await yauzl.openPromise(zip)
  const files: Record<string, string> = {}
  for await (const entry of opened.eachEntry())
    files[entry.fileName] = (await buffer(await opened.openReadStreamPromise(entry))).toString('latin1')
  return files
}

const leftovers = () => readdirSync(here.folder).filter((name) => name.endsWith('.part'))

describe('publishing a module', () => {
  it('packs the page with its script and the media, cut and timed', async () => {
    const media = pretendMedia()
    const published = await publish({ checksum: true }, { media })
    const files = await filesOf(published.file)
    const names = Object.keys(files)
    expect(names.slice(0, 2)).toEqual(['imsmanifest.xml', 'index.html'])
    expect(names.slice(2).map((name) => name.replace(/[0-9a-f]{12}/, 'x'))).toEqual([
      'media/x.png',
      'media/x-2000-10000.mp4',
      'media/x-2000.jpg',
      'media/x-2000-10000.vtt',
    ])
    expect(published).toMatchObject({ format: 'scorm12', module: 'm', files: 6 })
    expect(published.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(files['index.html']).toContain('scorm12')
    expect(files['index.html']).toContain('<script>/* player */</script>')
    expect(files[names[5] ?? '']).toContain('00:00:00.000 --> 00:00:02.000')
    expect(media.asked).toHaveLength(2)
  })

  it('gives the same package for the same module', async () => {
    const first = await publish({ checksum: true })
    const second = await publish({ checksum: true, out: join(here.folder, 'again.zip') })
    expect(second.sha256).toBe(first.sha256)
  })

  it('tells a checksum only when it is asked for one', async () => {
    expect((await publish()).sha256).toBeNull()
  })

  it.each([
    ['scorm12', 'imsmanifest.xml'],
    ['scorm2004', 'imsmanifest.xml'],
    ['cmi5', 'cmi5.xml'],
    ['xapi', 'tincan.xml'],
  ] as const)('puts what %s needs at the root, and the player that tracks so', async (format, name) => {
    const { file } = await publish({ format })
    const files = await filesOf(file)
    expect(Object.keys(files)[0]).toBe(name)
    expect(files['index.html']).toContain(`</style>${format}<script`)
  })

  it('writes for the LMS the project is made for, unless another edition is asked for', async () => {
    const manifestOf = async (request: Partial<Request>) =>
      (await filesOf((await publish({ overwrite: true, ...request })).file))['imsmanifest.xml']
    expect(await manifestOf({ format: 'scorm2004' })).toContain('2004 4th Edition')
    project.commit({
      label: 'Make it for Cornerstone',
      change: changeOf(project, ['project'], (draft) => {
        if (draft.project?.type === 'project') draft.project.target = 'cornerstone'
      }),
    })
    expect(await manifestOf({ format: 'scorm2004' })).toContain('2004 3rd Edition')
    expect(await manifestOf({ format: 'scorm2004', edition: '4th' })).toContain('2004 4th Edition')
  })

  it('refuses what the checks block, in words', async () => {
    project.commit({
      label: 'Clear',
      change: changeOf(project, ['m'], (draft) => {
        if (draft.m?.type === 'module') draft.m.title = ''
      }),
    })
    await expect(publish()).rejects.toMatchObject({ code: 'publish-blocked' })
    expect(existsSync(join(here.folder, 'm.zip'))).toBe(false)
  })

  it('tells of progress, and ends at one result', async () => {
    const work = publishModule(
      project,
      { module: 'm', format: 'scorm12', out: join(here.folder, 'm.zip') },
      { media: pretendMedia(), check: checkModule, built },
      new AbortController().signal,
    )
    const events = []
    for await (const event of work) events.push(event)
    expect(events[0]).toMatchObject({ type: 'progress', phase: 'Cutting file.mp4', fraction: 0.45 })
    expect(events.at(-1)?.type).toBe('done')
  })

  it('throws away a package that is not sound, says what is wrong, and keeps the older one', async () => {
    const out = join(here.folder, 'm.zip')
    writeFileSync(out, 'older')
    writeFileSync(join(built, 'player/player-scorm12.js'), 'fetch("https://example.org/collect")')
    const work = publish({ out, overwrite: true })
    await expect(work).rejects.toMatchObject({
      code: 'package-unsound',
      details: { module: 'Bees & “honey”', count: 1 },
    })
    await expect(work).rejects.toThrow('loads https://example.org/collect from elsewhere')
    const [finding] = JSON.parse(await work.catch(({ details }) => details.findings)) as Published['findings']
    expect(finding).toMatchObject({ rule: 'outside-request', where: { module: 'm' } })
    expect(readFileSync(out, 'utf8')).toBe('older')
    await expect(publish({ out: join(here.folder, 'site'), format: 'web' })).resolves.toBeTruthy()
    writeFileSync(join(built, 'player/player-local.js'), 'fetch("https://example.org/collect")')
    await expect(
      publish({ out: join(here.folder, 'site'), format: 'web', overwrite: true }),
    ).rejects.toMatchObject({
      code: 'package-unsound',
    })
    expect(readFileSync(join(here.folder, 'site/index.html'), 'utf8')).toContain('<script>/* player */')
    expect(leftovers()).toEqual([])
  })

  it('says what was found and is no reason to stop', async () => {
    project.commit({
      label: 'Make it long',
      change: changeOf(project, ['m', 'm.try'], (draft) => {
        const questions = Array.from({ length: 900 }, (_, place) =>
          choiceQuestion('single-choice', `m.try.q${place}`, [100, 0]),
        )
        for (const question of questions) draft[question.id] = question
        const quiz = draft['m.try']
        if (quiz?.type === 'step' && quiz.kind === 'quiz')
          quiz.questions = [...quiz.questions, ...questions.map(({ id }) => id)]
      }),
    })
    const rules = async (format: Request['format']) =>
      (await publish({ format, overwrite: true })).findings.map(({ rule }) => rule)
    expect(await rules('scorm12')).toContain('learner-state-too-long')
    expect(await rules('scorm12')).not.toContain('progress-too-long')
    expect(await rules('scorm2004')).not.toContain('learner-state-too-long')
  })

  it('asks whatever the shell lends, and plays the package only when told to', async () => {
    const asked: string[] = []
    const verification: Verification = {
      schemaProblems: async (xml) => {
        asked.push(xml.includes('<manifest') ? 'schema' : 'other')
        return null
      },
      play: async ({ path, format }) => {
        asked.push(`${format} ${(await filesOf(path))['index.html'] === undefined ? 'nothing' : 'whole'}`)
        return { problems: [{ rule: 'request-failed', what: 'The page asked for x and did not get it.' }] }
      },
    }
    const plain = await publish({}, { verification })
    expect(asked).toEqual(['schema'])
    expect(plain.findings.map(({ rule }) => rule)).not.toContain('schema-unchecked')
    await expect(publish({ overwrite: true, verify: true }, { verification })).rejects.toThrow(
      'did not get it',
    )
    expect(asked.slice(1)).toEqual(['schema', 'scorm12 whole'])
    const alone = await publish({ overwrite: true, verify: true })
    expect(alone.findings.filter(({ rule }) => rule === 'launch-skipped')).toMatchObject([
      { severity: 'hint' },
    ])
  })

  it('refuses to replace a file unless it may', async () => {
    await publish()
    await expect(publish()).rejects.toMatchObject({ code: 'file-exists' })
    await publish({ overwrite: true })
  })

  it('leaves nothing when it is cancelled, and keeps the older package', async () => {
    const out = join(here.folder, 'm.zip')
    writeFileSync(out, 'older')
    const controller = new AbortController()
    const media = pretendMedia()
    const frame = media.frame
    media.frame = (...parameters) => {
      controller.abort()
      return frame(...parameters)
    }
    await expect(
      publish({ out, overwrite: true }, { signal: controller.signal, media }),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(readFileSync(out, 'utf8')).toBe('older')
    expect(leftovers()).toEqual([])
  })

  it('says what to do when the player was never built, or a medium has gone', async () => {
    rmSync(join(built, 'player'), { recursive: true })
    await expect(publish()).rejects.toMatchObject({ code: 'player-missing' })
    writePretendPlayer(built)
    rmSync(join(project.path, 'media'), { recursive: true })
    mkdirSync(join(project.path, 'media'))
    await expect(publish()).rejects.toMatchObject({ code: 'file-missing' })
    expect(leftovers()).toEqual([])
  })

  it('refuses a package that is no zip, and a folder that is not there', async () => {
    await expect(publish({ out: join(here.folder, 'm') })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(publish({ out: join(here.folder, 'no/where.zip') })).rejects.toMatchObject({
      code: 'write-failed',
    })
  })
})

describe('publishing for the web', () => {
  const web = (out: string, overwrite?: boolean) =>
    publish({ format: 'web', out: join(here.folder, out), overwrite })
  const under = (folder: string) =>
    readdirSync(join(here.folder, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => name.replace(/[0-9a-f]{12}/, 'x'))
      .toSorted()
  const ownFiles = ['icon.png', 'manifest.webmanifest', 'sw.js']
  const media = ['media/x-2000-10000.mp4', 'media/x-2000.jpg', 'media/x.png']
  const expected = ['index.html', ...ownFiles, ...media].toSorted()

  it('writes a zip without a manifest', async () => {
    const published = await web('site.zip')
    expect(Object.keys(await filesOf(published.file))).not.toContain('imsmanifest.xml')
  })

  it('writes a folder, also into an empty one', async () => {
    const published = await web('site')
    expect(under('site')).toEqual(expected)
    expect(published).toMatchObject({ sha256: null, files: 7 })
    expect(readFileSync(join(here.folder, 'site/index.html'), 'utf8')).toContain('local')
    mkdirSync(join(here.folder, 'empty'))
    await web('empty')
    expect(under('empty')).toEqual(expected)
  })

  it('refuses a folder that holds something; allowed to, it replaces its own files alone', async () => {
    await web('site')
    const old = join(here.folder, 'site/media/0123456789ab-1-2.mp4')
    writeFileSync(old, 'of an earlier publication')
    writeFileSync(join(here.folder, 'site/mine.txt'), 'mine')
    writeFileSync(join(here.folder, 'site/index.html'), 'older')
    await expect(web('site')).rejects.toMatchObject({ code: 'file-exists' })
    expect(readFileSync(join(here.folder, 'site/index.html'), 'utf8')).toBe('older')
    await web('site', true)
    expect(under('site')).toEqual([...expected, 'mine.txt'].toSorted())
    expect(leftovers()).toEqual([])
  })
})
