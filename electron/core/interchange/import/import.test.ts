import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importBench } from '../../../../test/harness/imports.ts'
import type { RecordOf } from '../../../../shared/model/records.ts'
import { importFiles } from './import-files.ts'

let bench: ReturnType<typeof importBench>
beforeAll(() => {
  bench = importBench()
})
afterAll(() => bench.dispose())

const seriesOf = (project: ReturnType<typeof bench.newProject>) =>
  project.require('project', 'project').series.map((id) => {
    const { title, modules } = project.require('series', id)
    return [title, ...modules]
  })

describe('where a module goes', () => {
  test('into the series named, made when absent; else into the first; a second import moves nothing', async () => {
    const project = bench.newProject()
    const named = bench.write('named.md', '---\ntitle: One\nseries: Second\n---\n## A\n')
    const plain = bench.write('plain.md', '---\ntitle: Two\n---\n## A\n')
    await bench.take(project, named, plain)
    expect(seriesOf(project)).toEqual([
      ['First series', 'two'],
      ['Second', 'one'],
    ])
    bench.write('plain.md', '---\ntitle: Two\nseries: Second\n---\n## A\n')
    await bench.take(project, plain)
    expect(seriesOf(project)).toEqual([['First series'], ['Second', 'one', 'two']])
  })

  test('several files are one change', async () => {
    const project = bench.newProject()
    const paths = ['a', 'b'].map((name) => bench.write(`${name}.md`, `---\ntitle: ${name}\n---\n## A\n`))
    const result = await bench.take(project, ...paths)
    expect(result.imported.modules).toBe(2)
    expect(project.commit({ label: 'x', change: { added: {}, updated: {}, removed: {} } }).undo).toBe(
      'Import 2 files',
    )
  })
})

describe('updating in place', () => {
  test('what changed is updated, what is gone is removed, and nothing else is touched', async () => {
    const project = bench.newProject()
    const path = bench.write(
      'update.md',
      '---\ntitle: Update\n---\n## A {#a}\n\nOld.\n\n## B {#b}\n\n```gift\nQ? {T}\n```\n',
    )
    const other = bench.write('other.md', '---\ntitle: Other\n---\n## A\n')
    await bench.take(project, path, other)
    bench.write('update.md', '---\ntitle: Update\n---\n## A {#a}\n\nNew.\n\n## C {#c}\n')
    const result = await bench.take(project, path)
    expect(result.created).toEqual([{ type: 'step', id: 'update.c', title: 'C' }])
    expect(project.require('module', 'update').steps).toEqual(['update.a', 'update.c'])
    expect(project.record('update.b')).toBeNull()
    expect(project.record('update.b.q1')).toBeNull()
    expect((project.require('step', 'update.a') as RecordOf<'step'> & { kind: 'page' }).body).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'New.' }] },
    ])
    expect(project.record('other.a')).not.toBeNull()
  })

  test('two files of one import that want the same id become two modules, and the same two again', async () => {
    const project = bench.newProject()
    const paths = ['one', 'two'].map((name) =>
      bench.write(`${name}/same.md`, `---\ntitle: Same\n---\n## ${name}\n`),
    )
    const first = await bench.take(project, ...paths)
    expect(first.report).toEqual([expect.objectContaining({ place: 'line 1', outcome: 'changed' })])
    expect((await bench.take(project, ...paths)).created).toEqual([])
    expect(
      project
        .recordsOf('module')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['same', 'same-2'])
  })

  test('ids that something else has are not taken over', async () => {
    const project = bench.newProject()
    const path = bench.write('project.md', '---\ntitle: Project\n---\n## A\n')
    const odd = bench.write(
      'odd.md',
      '---\nid: constructor\ntitle: __proto__\n---\n## toString {#__proto__}\n',
    )
    await bench.take(project, path, odd)
    await bench.take(project, path, odd)
    expect(
      project
        .recordsOf('module')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['constructor-2', 'project-2'])
    expect(project.require('project', 'project').type).toBe('project')
  })

  test('an id inside the file may be given only once', async () => {
    const project = bench.newProject()
    const path = bench.write(
      'twice.md',
      '---\ntitle: T\noutcomes:\n  a: x\n---\n## A {#a}\n\n## B {#b}\n\n## C {#b}\n\n## Ä ö {#ä}\n',
    )
    const { report } = await bench.take(project, path)
    expect(project.require('module', 't').steps).toEqual(['t.a-2', 't.b', 't.b-2', 't.a-3'])
    expect(report.map(({ place, found, outcome }) => [place, found, outcome])).toEqual([
      ['line 6', '#a', 'changed'],
      ['line 10', '#b', 'changed'],
      ['line 12', '#ä', 'changed'],
    ])
  })
})

describe('text of all origins', () => {
  test('a byte order mark, Windows line ends and a missing last line end leave no trace', async () => {
    const project = bench.newProject()
    const path = bench.write('crlf.md', '\ufeff---\r\ntitle: Lines\r\n---\r\n## A\r\n\r\nOne\r\ntwo')
    const { report } = await bench.take(project, path)
    expect(report).toEqual([])
    expect(project.require('step', 'lines.a')).toMatchObject({
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'One two' }] }],
    })
  })

  test('windows-1252 is guessed and reported; half-broken UTF-8 is shown where it is broken', async () => {
    const project = bench.newProject()
    const old = bench.write('old.md', Buffer.from('---\ntitle: Old\n---\n## Caf\xe9 \x93ok\x94\n', 'latin1'))
    const { report } = await bench.take(project, old)
    expect(project.require('step', 'old.cafe-ok').title).toBe('Café “ok”')
    expect(report).toEqual([expect.objectContaining({ place: 'line 4', outcome: 'changed' })])
    const broken = bench.write(
      'broken.md',
      Buffer.concat([
        Buffer.from('---\ntitle: Ünïcödé\n---\n## A\n\nSo '),
        Buffer.from([0xe2, 0x80, 0x3f]),
        Buffer.from(' ends.\n'),
      ]),
    )
    const second = await bench.take(project, broken)
    expect(second.report).toEqual([expect.objectContaining({ place: 'line 6', outcome: 'changed' })])
  })
})

test('cancelling leaves the project as it was', async () => {
  const project = bench.newProject()
  const path = bench.write('cancel.md', '---\ntitle: Cancel\n---\n## A\n')
  const wanted = new AbortController()
  const work = importFiles({ project, media: bench.media, paths: [path], signal: wanted.signal })
  await work.next()
  wanted.abort()
  await expect(work.next()).rejects.toMatchObject({ code: 'cancelled' })
  expect(project.recordsOf('module')).toEqual([])
})
