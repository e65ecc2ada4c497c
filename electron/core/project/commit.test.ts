import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Change } from '../../../shared/model/change.ts'
import { createModule } from '../../../shared/model/module.ts'
import type { ProjectRecord } from '../../../shared/model/records.ts'
import { createQuestion } from '../../../shared/model/questions/index.ts'
import { createStep } from '../../../shared/model/steps/index.ts'
import { stepText } from '../../../shared/model/steps/index.ts'
import { addition, addModule, addPage, changeOf, wordsChange } from '../../../test/harness/records.ts'
import { temporaryProjects, type TemporaryProjects } from '../../../test/harness/projects.ts'
import type { ProjectAccess } from '../domains.ts'

let here: TemporaryProjects
let access: ProjectAccess
beforeEach(() => {
  here = temporaryProjects()
  access = here.projects.get(here.projects.create({ title: 'Whole' }).project)
  addModule(access, 'm', 'Honey')
  addPage(access, 'm', 'p', 'one')
})
afterEach(() => here.dispose())

const commit = (change: Change) => () => access.commit({ label: 'Edit', change })
const module = (draft: Record<string, ProjectRecord>, id = 'm') => {
  const record = draft[id]
  if (record?.type !== 'module') throw new Error(`No module ${id}`)
  return record
}

describe('a commit that starts from something else than what is stored is a conflict', () => {
  it('when the record was changed in the meantime', () => {
    const late = wordsChange(access, 'm.p', 'late')
    commit(wordsChange(access, 'm.p', 'early'))()
    expect(commit(late)).toThrow(expect.objectContaining({ code: 'conflict', details: { record: 'Page p' } }))
    expect(stepText(access.require('step', 'm.p'))).toBe('early')
  })

  it('when the record is gone, or there already', () => {
    const late = wordsChange(access, 'm.p', 'late')
    const remove = changeOf(access, ['m', 'm.p'], (draft) => {
      delete draft['m.p']
      module(draft).steps = []
    })
    commit(remove)()
    expect(commit(late)).toThrow(expect.objectContaining({ code: 'conflict' }))
    expect(commit(remove)).toThrow(expect.objectContaining({ code: 'conflict' }))
    expect(commit(addition(createModule({ id: 'm', title: 'Again' })))).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    )
  })

  it('and not when only the order of its fields differs', () => {
    const { updated } = wordsChange(access, 'm.p', 'two')
    const [from, to] = updated['m.p'] ?? []
    const turned = Object.fromEntries(Object.entries(from ?? {}).toReversed()) as ProjectRecord
    commit({ added: {}, updated: { 'm.p': [turned, to as ProjectRecord] }, removed: {} })()
    expect(stepText(access.require('step', 'm.p'))).toBe('two')
  })
})

describe('a commit after which the records would not fit together is refused', () => {
  const broken = (part: string) =>
    expect.objectContaining({ code: 'rule-broken', message: expect.stringContaining(part) })

  it.each<[string, () => Change]>([
    ['which is not there', () => changeOf(access, ['m'], (draft) => void module(draft).steps.push('m.x'))],
    ['lists m.p twice', () => changeOf(access, ['m'], (draft) => void module(draft).steps.push('m.p'))],
    [
      'as outcome, and it is a step',
      () =>
        changeOf(access, ['m'], (draft) => {
          module(draft).outcomes = module(draft).steps.splice(0)
        }),
    ],
    ['still names it', () => changeOf(access, ['m.p'], (draft) => void delete draft['m.p'])],
    ['nothing holds the step m.p', () => changeOf(access, ['m'], (draft) => void (module(draft).steps = []))],
    ['nothing holds the step m.q', () => addition(createStep('page', { id: 'm.q', title: '' }))],
    [
      'as asset, and it is a step',
      () =>
        changeOf(access, ['m', 'm.p'], (draft) => {
          const step = createStep('video', { id: 'm.v', title: '' })
          draft['m.v'] = step.kind === 'video' ? { ...step, asset: 'm.p' } : step
          module(draft).steps.push('m.v')
        }),
    ],
    [
      'hold the question m.z.q',
      () => {
        const quiz = createStep('quiz', { id: 'm.z', title: '' })
        const asks = { ...quiz, questions: ['m.z.q'] } as ProjectRecord
        return changeOf(access, ['m'], (draft) => {
          Object.assign(draft, {
            'm.z': asks,
            'm.y': { ...asks, id: 'm.y' },
            'm.z.q': createQuestion('single-choice', { id: 'm.z.q' }),
          })
          module(draft).steps.push('m.z', 'm.y')
        })
      },
    ],
    [
      'in two ways at once',
      () => {
        const step = access.require('step', 'm.p')
        return { ...addition(), added: { 'm.p': step }, removed: { 'm.p': step } }
      },
    ],
    ['filed under another id', () => ({ ...addition(), added: { other: access.require('step', 'm.p') } })],
    [
      'would turn from a step into a module',
      () => ({
        ...addition(),
        updated: { 'm.p': [access.require('step', 'm.p'), createModule({ id: 'm.p', title: '' })] },
      }),
    ],
  ])('%s', (part, change) => {
    const before = access.moduleRecords('m')
    expect(commit(change())).toThrow(broken(part))
    expect(access.moduleRecords('m')).toEqual(before)
  })

  it('but a step may move to another module in one commit', () => {
    addModule(access, 'n')
    commit(
      changeOf(access, ['m', 'n'], (draft) => {
        module(draft).steps = []
        module(draft, 'n').steps = ['m.p']
      }),
    )()
    expect(access.moduleRecords('n').map(({ id }) => id)).toEqual(['n', 'm.p'])
  })
})

it('finds a module’s records in reading order, then the assets it shows', () => {
  const sha256 = 'ab'.repeat(32)
  const asset = {
    id: 'asset.abab',
    type: 'asset' as const,
    name: 'hive.jpg',
    kind: 'image' as const,
    sha256,
    extension: 'jpg',
    mediaType: 'image/jpeg',
    bytes: 10,
    width: 1,
    height: 1,
    seconds: null,
    framesPerSecond: null,
    playable: true,
  }
  commit(addition(asset))()
  access.addFile({ sha256, crc32: 4_000_000_000, bytes: 10, extension: 'jpg' })
  access.addFile({ sha256, crc32: 4_000_000_000, bytes: 10, extension: 'jpeg' })
  access.addRendition('cut of ab', { sha256: 'cd'.repeat(32), crc32: 1, bytes: 2, extension: 'mp4' })
  commit(
    changeOf(access, ['m.p'], (draft) => {
      const step = draft['m.p']
      if (step?.type === 'step' && step.kind === 'page')
        step.body.push({ type: 'image', asset: asset.id, alt: 'A hive', decorative: false })
    }),
  )()
  addPage(access, 'm', 'q')
  expect(access.moduleRecords('m').map(({ id }) => id)).toEqual(['m', 'm.p', 'm.q', asset.id])
  expect(access.file(sha256)).toEqual({ sha256, crc32: 4_000_000_000, bytes: 10, extension: 'jpg' })
  expect(access.rendition('cut of ab')).toMatchObject({ extension: 'mp4' })
  expect(access.rendition('cut of cd')).toBeNull()
  expect(() => access.moduleRecords('m.p')).toThrow(expect.objectContaining({ code: 'record-missing' }))
})
