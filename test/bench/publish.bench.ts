import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { assetOf, pretendMedia, storeBytes } from '../harness/publishable.ts'
import { writePretendPlayer } from '../harness/pretend-player.ts'
import { temporaryProjects } from '../harness/projects.ts'
import { addModule, changeOf } from '../harness/records.ts'
import type { ProjectAccess } from '../../electron/core/domains.ts'
import { publishModule } from '../../electron/core/publish/publish.ts'
import { createStep, type Step } from '../../shared/model/steps/index.ts'
import { type Benchmark, percentile } from './report.ts'
import { measureSmallModule } from './small-module.ts'

const run = promisify(execFile)
const files = 50
const bytesEach = 10_000_000
const rounds = 5

const mebibytes = (bytes: number) => bytes / 1024 / 1024

/** A module that shows `files` images of `bytesEach` bytes, which no compression makes smaller. */
function addLargeModule(project: ProjectAccess): void {
  addModule(project, 'm')
  const images = Array.from({ length: files }, () =>
    assetOf(storeBytes(project, randomBytes(bytesEach), 'jpg'), { kind: 'image', mediaType: 'image/jpeg' }),
  )
  const page = {
    ...createStep('page', { id: 'm.p', title: 'Look' }),
    body: images.map(({ id }) => ({ type: 'image', asset: id, alt: 'x', decorative: false })),
  } as Step
  project.commit({
    label: 'Add images',
    change: changeOf(project, ['m'], (draft) => {
      for (const record of [page, ...images]) draft[record.id] = record
      if (draft.m?.type === 'module') draft.m.steps = ['m.p']
    }),
  })
}

async function publish(
  project: ProjectAccess,
  built: string,
  request: { out: string; checksum?: boolean },
): Promise<number> {
  const options = { media: pretendMedia(), check: () => [], built }
  let peak = 0
  const work = publishModule(
    project,
    { module: 'm', format: 'scorm12', ...request },
    options,
    new AbortController().signal,
  )
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 10)
  for await (const _ of work) peak = Math.max(peak, process.memoryUsage.rss())
  clearInterval(timer)
  return peak
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Times in milliseconds, memory in bytes. */
type PublishMeasure = { publish: number; hashed: number; copy: number; peak: number; idle: number }

/** Publishes 500 MB of media, without and with a checksum, and copies the same files with `cp -r`, in turn; medians of the rounds. */
export async function measurePublish(): Promise<PublishMeasure> {
  // Where `TMPDIR` is a small memory disk, another place can be named.
  const here = temporaryProjects(
    undefined,
    mkdtempSync(join(process.env.MORSEL_BENCH_DIR ?? tmpdir(), 'bench-')),
  )
  try {
    const built = join(here.folder, 'out')
    writePretendPlayer(built)
    const project = here.projects.get(here.projects.create({ title: 'Large' }).project)
    addLargeModule(project)
    await publish(project, built, { out: join(here.folder, 'first.zip') })
    rmSync(join(here.folder, 'first.zip'))
    const idle = process.memoryUsage.rss()
    const rows: { publish: number; hashed: number; copy: number; peak: number }[] = []
    for (let round = 0; round < rounds; round++) {
      const out = join(here.folder, 'm.zip')
      const copied = join(here.folder, 'copied')
      let peak = 0
      const publishing = await milliseconds(async () => {
        peak = await publish(project, built, { out })
      })
      rmSync(out)
      const hashing = await milliseconds(() => publish(project, built, { out, checksum: true }))
      const copying = await milliseconds(() => run('cp', ['-r', join(project.path, 'media'), copied]))
      rows.push({ publish: publishing, hashed: hashing, copy: copying, peak })
      rmSync(out)
      rmSync(copied, { recursive: true })
    }
    const median = (values: number[]) => percentile(values, 0.5)
    return {
      publish: median(rows.map((row) => row.publish)),
      hashed: median(rows.map((row) => row.hashed)),
      copy: median(rows.map((row) => row.copy)),
      peak: Math.max(...rows.map(({ peak }) => peak)),
      idle,
    }
  } finally {
    here.dispose()
  }
}

export const benchmark: Benchmark = {
  title: `Publish: ${(files * bytesEach) / 1_000_000} MB of media as SCORM 1.2, read again and checked; then a small module`,
  async measure() {
    // First, while this process has loaded nothing of what publishing needs.
    const small = await measureSmallModule()
    const { publish: taken, hashed, copy, peak, idle } = await measurePublish()
    return [
      { name: 'publish', value: taken, unit: 'ms', floor: { name: 'cp -r', value: copy, budget: 2 } },
      {
        name: 'publish with the SHA-256 that the command line tells',
        value: hashed,
        unit: 'ms',
        floor: { name: 'cp -r', value: copy, budget: 3 },
      },
      { name: 'memory over idle, at most', value: mebibytes(peak - idle), unit: 'MiB', budget: 60 },
      {
        name: 'memory of the whole process, this benchmark’s own included',
        value: mebibytes(peak),
        unit: 'MiB',
      },
      { name: 'a small module, the first of a process', value: small.first, unit: 'ms', budget: 150 },
      { name: 'a small module, later', value: small.later, unit: 'ms', budget: 150 },
      { name: 'a small module again after one edit', value: small.again, unit: 'ms', budget: 50 },
    ]
  },
}
