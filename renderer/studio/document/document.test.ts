import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finish, openStudio, type StudioBench } from '../../../test/contract/harness.ts'
import type { OpenedProject } from '../../../shared/contract/project.ts'
import { addModule, addStep, remove, rename } from '../outline/actions.ts'
import { createDocument, type ProjectDocument } from './document.ts'
import { savingOf, undoLabels } from './state.ts'
import { eventually } from '../../../test/harness/eventually.ts'

let bench: StudioBench
let opened: OpenedProject
const documents: ProjectDocument[] = []

beforeEach(async () => {
  bench = await openStudio('over HTTP')
  opened = await bench.client.project.create({ title: 'Bees' })
})
afterEach(async () => {
  for (const document of documents.splice(0)) document.stop()
  await bench.close()
})

async function openDocument(): Promise<ProjectDocument> {
  const outline = await bench.client.project.outline({ project: opened.project })
  const document = createDocument({ client: bench.client, opened, outline })
  documents.push(document)
  return document
}

const titleOf = (document: ProjectDocument, id: string) => {
  const record = document.state.getState().records[id]
  return record && 'title' in record ? record.title : null
}

async function onDisk(id: string) {
  const { records } = await bench.client.project.outline({ project: opened.project })
  return records.find((record) => record.id === id)
}

async function withModule(): Promise<ProjectDocument> {
  const document = await openDocument()
  document.edit('Add module', (draft) => void addModule(draft, null, 'm'))
  expect(await document.flush()).toBe(true)
  return document
}

test('an edit shows at once and is called saved only when it is on disk', async () => {
  const document = await openDocument()
  document.edit('Add module', (draft) => void addModule(draft, null, 'm'))
  expect(titleOf(document, 'm')).toBe('')
  expect(savingOf(document.state.getState())).toBe('saving')
  expect(undoLabels(document.state.getState())).toEqual({ undo: 'Add module', redo: null })
  await document.flush()
  expect(savingOf(document.state.getState())).toBe('saved')
  expect(await onDisk('m')).toMatchObject({ type: 'module' })
})

test('typing is one undo step until it is left, and everything typed is saved', async () => {
  const document = await withModule()
  for (const title of ['H', 'Ho', 'Honey'])
    document.edit('Edit title', (draft) => rename(draft, 'm', title), { mergeKey: 'title:m' })
  document.closeRun()
  document.edit('Edit title', (draft) => rename(draft, 'm', 'Honey bees'), { mergeKey: 'title:m' })
  expect(await document.flush()).toBe(true)
  await document.undo()
  expect(titleOf(document, 'm')).toBe('Honey')
  await document.undo()
  expect(titleOf(document, 'm')).toBe('')
  await document.redo()
  expect(titleOf(document, 'm')).toBe('Honey')
  expect(await onDisk('m')).toMatchObject({ title: 'Honey' })
})

test('undo first saves what waits, then takes exactly that back', async () => {
  const document = await withModule()
  document.edit('Edit title', (draft) => rename(draft, 'm', 'Wax'), { mergeKey: 'title:m' })
  const event = await document.undo()
  expect(event?.label).toBe('Edit title')
  expect(titleOf(document, 'm')).toBe('')
})

test('undo and redo go to what they touched', async () => {
  const document = await withModule()
  document.edit('Add page', (draft) => addStep(draft, { module: 'm', kind: 'page', after: null, id: 'm.a' }))
  document.edit('Add quiz', (draft) => addStep(draft, { module: 'm', kind: 'quiz', after: null, id: 'm.b' }))
  document.select({ module: 'm', step: 'm.a' })
  document.edit('Delete', (draft) => remove(draft, 'm.b'))
  await document.undo()
  expect(document.state.getState().selection).toEqual({ module: 'm', step: 'm.b' })
  await document.redo()
  expect(document.state.getState().selection).toEqual({ module: 'm', step: null })
})

test('what another window changes arrives, under the edits of this one', async () => {
  const here = await withModule()
  const there = await openDocument()
  // The watch must be up before the change is made.
  await eventually(async () => {
    there.edit('Add series', (draft) => {
      const id = `s${Object.keys(draft).length}`
      draft[id] = { id, type: 'series', title: 'From there', modules: [] }
      const project = draft['project']
      if (project?.type === 'project') project.series.push(id)
    })
    await there.flush()
    expect(
      Object.values(here.state.getState().records).some(
        (record) => 'title' in record && record.title === 'From there',
      ),
    ).toBe(true)
  })
  expect(savingOf(here.state.getState())).toBe('saved')
})

test('an edit refused by the core is taken back with its sentence, and the stored version is shown', async () => {
  const document = await withModule()
  const module = await onDisk('m')
  if (module?.type !== 'module') throw new Error('no module')
  document.stop()
  await bench.client.project.commit({
    project: opened.project,
    label: 'Elsewhere',
    change: { added: {}, updated: { m: [module, { ...module, title: 'Theirs' }] }, removed: {} },
  })
  document.edit('Edit title', (draft) => rename(draft, 'm', 'Ours'), { mergeKey: 'title:m' })
  expect(await document.flush()).toBe(false)
  const { failure, pending } = document.state.getState()
  expect(failure).toMatchObject({ isKept: false, label: 'Edit title', error: { code: 'conflict' } })
  expect(pending).toEqual([])
  expect(titleOf(document, 'm')).toBe('Theirs')
  document.dismissFailure()
  expect(document.state.getState().failure).toBeNull()
})

test('an edit that cannot be saved for now stays on the screen and is saved when it can be', async () => {
  const document = await withModule()
  renameSync(opened.path, `${opened.path}-away`)
  document.edit('Edit title', (draft) => rename(draft, 'm', 'Kept'))
  document.edit('Add series', (draft) => void addModule(draft, null, 'n'))
  expect(await document.flush()).toBe(false)
  expect(savingOf(document.state.getState())).toBe('not-saved')
  expect(document.state.getState().failure).toMatchObject({ isKept: true, error: { code: 'project-gone' } })
  expect(titleOf(document, 'm')).toBe('Kept')
  document.dismissFailure()
  expect(document.state.getState().failure).not.toBeNull()

  renameSync(`${opened.path}-away`, opened.path)
  expect(await document.flush()).toBe(true)
  expect(document.state.getState().failure).toBeNull()
  expect(await onDisk('m')).toMatchObject({ title: 'Kept' })
  expect(await onDisk('n')).toMatchObject({ type: 'module' })
})

test('a core that has forgotten the project opens it again, and what cannot be opened yet stays on the screen', async () => {
  const document = await withModule()
  await bench.client.project.close({ project: opened.project })
  document.edit('Edit title', (draft) => rename(draft, 'm', 'Kept'))
  expect(await document.flush()).toBe(true)
  expect(await onDisk('m')).toMatchObject({ title: 'Kept' })

  await bench.client.project.close({ project: opened.project })
  renameSync(opened.path, `${opened.path}-away`)
  document.edit('Edit title', (draft) => rename(draft, 'm', 'Kept too'))
  expect(await document.flush()).toBe(false)
  expect(document.state.getState().failure).toMatchObject({
    isKept: true,
    error: { code: 'project-missing' },
  })
  renameSync(`${opened.path}-away`, opened.path)
  expect(await document.flush()).toBe(true)
  expect(await onDisk('m')).toMatchObject({ title: 'Kept too' })
})

test('a module made elsewhere loads whole, with the edits on their way kept on top', async () => {
  const first = await withModule()
  first.edit('Add page', (draft) => addStep(draft, { module: 'm', kind: 'page', after: null, id: 'm.a' }))
  await first.flush()
  const second = await openDocument()
  second.edit('Edit title', (draft) => rename(draft, 'm', 'New'), { mergeKey: 'title:m' })
  await second.loadModule('m')
  expect(second.state.getState().records['m.a']).toMatchObject({ kind: 'page' })
  expect(titleOf(second, 'm')).toBe('New')
})

test('an import and the edit that first uses it are one undo step', async () => {
  const document = await withModule()
  const path = join(bench.folder, 'call.vtt')
  writeFileSync(path, 'WEBVTT\n\n00:01.000 --> 00:02.000\nSo what do I say?\n')
  document.edit('Add video', (draft) =>
    addStep(draft, { module: 'm', kind: 'video', after: null, id: 'm.v' }),
  )
  await document.flush()
  const mergeKey = 'import:1'
  const work = bench.client.media.importFile({ project: opened.project, path, mergeKey, by: document.by })
  const { result: asset } = await finish(work)
  document.admit(asset, mergeKey)
  document.edit('Add captions', (draft) => {
    const step = draft['m.v']
    if (step?.type === 'step' && step.kind === 'video') step.captions = asset.id
  })
  expect(await document.flush()).toBe(true)
  expect(undoLabels(document.state.getState()).undo).toBe('Add captions')
  await document.undo()
  expect(document.state.getState().records[asset.id]).toBeUndefined()
  expect(undoLabels(document.state.getState()).undo).toBe('Add video')
  await document.redo()
  expect(document.state.getState().records['m.v']).toMatchObject({ captions: asset.id })
  expect(document.state.getState().records[asset.id]).toMatchObject({ kind: 'captions' })
})
