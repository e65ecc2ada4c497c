import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addModule, addPage, changeOf, wordsChange } from '../../../test/harness/records.ts'
import { temporaryProjects, type TemporaryProjects } from '../../../test/harness/projects.ts'
import type { ProjectAccess } from '../domains.ts'
import { redo, undo } from './commit.ts'
import { historyOf } from './history.ts'
import type { Store } from './store.ts'
import { stepText } from '../../../shared/model/steps/index.ts'

let here: TemporaryProjects
let handle: string
let access: ProjectAccess
let store: Store
beforeEach(() => {
  here = temporaryProjects()
  handle = here.projects.create({ title: 'History' }).project
  access = here.projects.get(handle)
  store = here.projects.store(handle)
  addModule(access, 'm')
  addPage(access, 'm', 'p', 'one')
})
afterEach(() => here.dispose())

const words = () => stepText(access.require('step', 'm.p'))
const write = (text: string, mergeKey?: string, by?: string) =>
  access.commit({ label: `Write ${text}`, change: wordsChange(access, 'm.p', text), mergeKey, by })
const reopen = () => {
  const { path } = access
  here.projects.close(handle)
  here.projects.open(path)
  access = here.projects.get(handle)
  store = here.projects.store(handle)
}

describe('undo and redo', () => {
  it('go back and forth over every step, and say what they would do', () => {
    expect(write('two')).toMatchObject({ undo: 'Write two', redo: null })
    expect(undo(store)).toMatchObject({ label: 'Write two', undo: 'Add page p', redo: 'Write two' })
    expect(words()).toBe('one')
    expect(undo(store)).toMatchObject({ undo: 'Add Module m', redo: 'Add page p' })
    expect(access.record('m.p')).toBeNull()
    expect(undo(store)).toMatchObject({ undo: null, redo: 'Add Module m' })
    expect(undo(store)).toBeNull()
    expect(access.recordsOf('module')).toEqual([])
    redo(store)
    redo(store)
    expect(redo(store)).toMatchObject({ undo: 'Write two', redo: null })
    expect(redo(store)).toBeNull()
    expect(words()).toBe('two')
  })

  it('number every change, each higher than the last', () => {
    const seqs = [write('two').seq, undo(store)?.seq, redo(store)?.seq, write('three').seq]
    expect(seqs).toEqual([4, 5, 6, 7])
  })

  it('forget what could be redone once something new is written', () => {
    write('two')
    undo(store)
    expect(write('three')).toMatchObject({ undo: 'Write three', redo: null })
    expect(redo(store)).toBeNull()
    undo(store)
    expect(words()).toBe('one')
  })

  it('survive closing and reopening, with what can be redone', () => {
    write('two')
    write('three')
    undo(store)
    reopen()
    expect(historyOf(store.tail)).toMatchObject({ undo: 'Write two', redo: 'Write three' })
    undo(store)
    expect(words()).toBe('one')
    reopen()
    redo(store)
    redo(store)
    expect(words()).toBe('three')
  })

  it('keep the client that asked apart from the one that edited', () => {
    write('two', undefined, 'tab one')
    expect(undo(store, 'tab two')).toMatchObject({ by: 'tab two', label: 'Write two' })
  })
})

describe('commits with a merge key', () => {
  it('are one step, across undo, redo and a restart', () => {
    for (const text of ['a', 'ab', 'abc']) write(text, 'typing')
    reopen()
    undo(store)
    expect(words()).toBe('one')
    redo(store)
    expect(words()).toBe('abc')
    undo(store)
    expect(words()).toBe('one')
  })

  it('stay apart when the key, the client or the session differs, or something came between', () => {
    write('a', 'first')
    write('ab', 'second')
    write('abc', 'second', 'tab two')
    reopen()
    write('abcd', 'second', 'tab two')
    const seen = []
    while (words() !== 'one') {
      seen.push(words())
      undo(store)
    }
    expect(seen).toEqual(['abcd', 'abc', 'ab', 'a'])
    redo(store)
    write('ax', 'first')
    undo(store)
    expect(words()).toBe('a')
  })

  it('are one step even when nothing is left of them in the end', () => {
    const add = changeOf(access, ['m'], (draft) => {
      draft['m.q'] = { ...access.require('step', 'm.p'), id: 'm.q' }
      const module = draft['m']
      if (module?.type === 'module') module.steps.push('m.q')
    })
    access.commit({ label: 'Drag', change: add, mergeKey: 'drag' })
    access.commit({
      label: 'Drag',
      mergeKey: 'drag',
      change: changeOf(access, ['m', 'm.q'], (draft) => {
        delete draft['m.q']
        const module = draft['m']
        if (module?.type === 'module') module.steps.pop()
      }),
    })
    expect(undo(store)).toMatchObject({ undo: 'Add page p' })
    expect(access.record('m.q')).toBeNull()
  })
})

it('takes an edit that changes nothing without a word in the log', () => {
  const before = historyOf(store.tail)
  expect(write('one')).toEqual(before)
})
