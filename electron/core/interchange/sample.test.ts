import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importBench, recordsIn, resultOf } from '../../../test/harness/imports.ts'
import { root } from '../../../scripts/lib/node.mjs'
import { checkProject } from '../project/read/check.ts'
import { exportModuleSource } from './export/export-module.ts'
import { buildSample } from './sample.ts'

const folder = join(root, 'resources/sample')

let bench: ReturnType<typeof importBench>
beforeAll(() => {
  bench = importBench()
})
afterAll(() => bench.dispose())

test('the sample is three whole modules that nothing stands in the way of', async () => {
  const project = bench.newProject()
  await resultOf(buildSample({ project, media: bench.media, folder }))
  expect(project.recordsOf('module')).toHaveLength(3)
  expect(project.require('project', 'project').series).toHaveLength(1)
  expect(checkProject(project)).toEqual([])
  const steps = project.recordsOf('step')
  expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(['page', 'video', 'quiz']))
  for (const step of steps)
    if (step.kind === 'video') {
      expect(step.keep.length).toBeGreaterThan(0)
      expect(step.captions).not.toBeNull()
    }
  expect(new Set(project.recordsOf('question').map(({ kind }) => kind))).toEqual(
    new Set(['single-choice', 'multiple-response']),
  )
})

test('its sources read without a word in the report', async () => {
  const project = bench.newProject()
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const { report } = await bench.take(project, ...names.map((name) => join(folder, name)))
  expect(report).toEqual([])
})

test('exported and imported into an empty project it is the same, and exports to the same bytes', async () => {
  const first = bench.newProject()
  await resultOf(buildSample({ project: first, media: bench.media, folder }))
  const second = bench.newProject()
  const out = (name: string) => join(bench.folder, name)
  for (const { id } of first.recordsOf('module')) {
    const { file, files } = await resultOf(
      exportModuleSource({ project: first, module: id, out: out(`first/${id}`) }),
    )
    expect(files).toBe(readdirSync(join(out(`first/${id}`), 'media')).length + 1)
    const result = await bench.take(second, file)
    expect(result.report).toEqual([])
    const again = await resultOf(
      exportModuleSource({ project: second, module: id, out: out(`second/${id}.md`) }),
    )
    expect(readFileSync(again.file)).toEqual(readFileSync(file))
    expect(second.moduleRecords(id)).toEqual(first.moduleRecords(id))
    // Importing what was exported changes nothing where it came from.
    const before = recordsIn(first)
    expect((await bench.take(first, file)).created).toEqual([])
    expect(recordsIn(first)).toEqual(before)
  }
})

test('modules written into one folder share the media they both show, and never replace other files', async () => {
  const project = bench.newProject()
  await resultOf(buildSample({ project, media: bench.media, folder }))
  const [module = ''] = project.recordsOf('module').map(({ id }) => id)
  const write = (name: string) =>
    resultOf(exportModuleSource({ project, module, out: join(bench.folder, 'shared', name) }))
  const { files } = await write('one.md')
  expect(await write('two.md')).toMatchObject({ files })
  const media = join(bench.folder, 'shared/media')
  const [name = ''] = readdirSync(media)
  bench.write(`shared/media/${name}`, 'something else')
  await expect(write('three.md')).rejects.toMatchObject({ code: 'file-exists' })
  expect(readdirSync(join(bench.folder, 'shared')).sort()).toEqual(['media', 'one.md', 'two.md'])
  expect(readFileSync(join(media, name), 'utf8')).toBe('something else')
})

test('an export that fails or is cancelled leaves nothing, and replaces nothing', async () => {
  const project = bench.newProject()
  await resultOf(buildSample({ project, media: bench.media, folder }))
  const [module] = project.recordsOf('module')
  const wanted = new AbortController()
  const target = join(bench.folder, 'cancelled/deep')
  const work = exportModuleSource({ project, module: module?.id ?? '', out: target, signal: wanted.signal })
  await work.next()
  wanted.abort()
  await expect(resultOf(work)).rejects.toMatchObject({ code: 'cancelled' })
  expect(existsSync(join(bench.folder, 'cancelled'))).toBe(false)

  const abandoned = exportModuleSource({ project, module: module?.id ?? '', out: target })
  await abandoned.next()
  await abandoned.return()
  expect(existsSync(join(bench.folder, 'cancelled'))).toBe(false)

  const file = bench.write('taken/media', 'a file where the folder should be')
  await expect(
    resultOf(exportModuleSource({ project, module: module?.id ?? '', out: join(bench.folder, 'taken') })),
  ).rejects.toMatchObject({ code: 'file-exists' })
  expect(readdirSync(join(bench.folder, 'taken'))).toEqual(['media'])
  expect(statSync(file).isFile()).toBe(true)
})

test('the sample stays small', () => {
  const media = join(folder, 'media')
  const sizes = readdirSync(media).map((name) => statSync(join(media, name)).size)
  expect(Math.max(...sizes)).toBeLessThan(500_000)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000)
})
