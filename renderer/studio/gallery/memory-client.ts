import type { StudioClient } from '../../../shared/contract/index.ts'
import { applyChange, type Change, invert, squash } from '../../../shared/model/change.ts'
import type { StudioError } from '../../../shared/errors.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { ProjectRecord, RecordMap } from '../../../shared/model/records.ts'
import { subtreeOf } from '../../../shared/model/tree.ts'

type Operation = (input: never, options?: { signal?: AbortSignal }) => unknown

export type MemoryOptions = {
  records: ProjectRecord[]
  recent?: { path: string; title: string; openedAt: number; isMissing: boolean }[]
  findings?: Finding[]
  /** What every commit fails with, if it should. */
  refusal?: StudioError
  /** Whether the shell has dialogs. */
  canPick?: boolean
  /** Overrides single operations: `{ 'publish.preview': … }`. */
  instead?: Record<string, Operation>
}

type Step = { label: string; change: Change; mergeKey?: string }

/** The operations over records in memory, for the gallery alone: nothing is kept. What it has not, never answers. */
export function createMemoryClient(options: MemoryOptions): StudioClient {
  let records: RecordMap = Object.fromEntries(options.records.map((record) => [record.id, record]))
  const done: Step[] = []
  const undone: Step[] = []
  let seq = 0
  const canPick = options.canPick ?? false
  const history = () => ({ seq, undo: done.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null })
  const opened = {
    project: '0'.repeat(16),
    title: 'Barista basics',
    path: '/home/ada/Morsel/Barista basics.morsel',
  }
  const isOutline = ({ type }: ProjectRecord) => type === 'project' || type === 'series' || type === 'module'

  function travel(from: Step[], to: Step[], isUndo: boolean) {
    const step = from.pop()
    if (!step) return null
    const change = isUndo ? invert(step.change) : step.change
    records = applyChange(records, change)
    to.push(step)
    seq += 1
    return { ...history(), change, label: step.label, by: '' }
  }

  const operations: Record<string, Operation> = {
    'shell.info': () => ({
      version: '0.1.0',
      shell: 'web',
      can: {
        pickProject: canPick,
        pickMedia: false,
        pickSave: canPick,
        pickFolder: canPick,
        reveal: canPick,
      },
      projectsFolder: '/home/ada/Morsel',
      mediaBase: '',
      previewOrigin: 'http://127.0.0.1:1',
    }),
    'media.voices': () => ({
      engines: [
        {
          name: 'espeak-ng',
          version: '1.51',
          voices: [{ id: 'en-gb', name: 'English (Great Britain)', language: 'en-gb', quality: 'robotic' }],
        },
      ],
      missing: [{ name: 'piper', howToGet: 'Name it in speech-engines.json.' }],
    }),
    'media.layOutPodcast': async function* () {
      await Promise.resolve()
      const peaks = [10, 60, 40, 70, 30, 50, 20, 5]
      const heard = { sound: 'a'.repeat(64), gain: 0, fadeIn: 0, fadeOut: 0 }
      const piece = { start: 0, seconds: 2, peaks, from: 0, ...heard }
      yield {
        type: 'done',
        result: {
          seconds: 12,
          duck: 12,
          unspoken: [],
          placed: [
            { ...piece, line: 1, kind: 'speech', speaker: 'Ana' },
            { ...piece, line: 2, kind: 'speech', speaker: 'Ben', start: 3 },
            { ...piece, line: 3, kind: 'speech', speaker: 'Ana', start: 5.4 },
            { ...piece, line: 5, kind: 'clip', speaker: null, start: 9 },
          ],
          music: [{ ...heard, role: 'intro', start: 0, seconds: 2, peaks, length: 8, fadeOut: 1 }],
        },
      }
    },
    'project.recent': () => options.recent ?? [],
    'project.open': () => opened,
    'project.create': () => opened,
    'project.outline': () => ({ records: Object.values(records).filter(isOutline), history: history() }),
    'project.module': ({ module }: { module: string }) => ({
      records: [
        ...subtreeOf(records, module),
        ...Object.values(records).filter((record) => record.type === 'asset'),
      ],
    }),
    'project.commit': ({ label, change, mergeKey }: Step) => {
      if (options.refusal) throw options.refusal
      records = applyChange(records, change)
      const last = done.at(-1)
      if (last && mergeKey !== undefined && last.mergeKey === mergeKey)
        done.splice(-1, 1, { ...last, change: squash([last.change, change]) })
      else done.push({ label, change, ...(mergeKey === undefined ? {} : { mergeKey }) })
      undone.length = 0
      seq += 1
      return history()
    },
    'project.undo': () => travel(done, undone, true),
    'project.redo': () => travel(undone, done, false),
    'project.search': () => [],
    'project.check': () => ({ findings: options.findings ?? [] }),
    'project.close': () => undefined,
    'project.forget': () => undefined,
    'publish.closePreview': () => undefined,
    ...options.instead,
  }

  const call = (name: string) => async (input: never, callOptions?: { signal?: AbortSignal }) =>
    operations[name] ? operations[name](input, callOptions) : new Promise(() => {})
  const domain = (name: string) =>
    new Proxy({}, { get: (_target, operation: string) => call(`${name}.${operation}`) })
  return new Proxy({}, { get: (_target, name: string) => domain(name) }) as StudioClient
}
