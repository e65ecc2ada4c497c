import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createMedia } from '../../electron/core/media/media.ts'
import { numberedVideo } from '../harness/media.ts'
import { temporaryProjects } from '../harness/projects.ts'
import { run } from '../harness/work.ts'
import type { Benchmark } from './report.ts'

const shell = promisify(execFile)
const bytes = 2_000_000_000

export const benchmark: Benchmark = {
  title: `Import: a video of ${bytes / 1e9} GB, hashed on the way`,
  async measure() {
    const here = temporaryProjects(
      undefined,
      mkdtempSync(join(process.env.MORSEL_BENCH_DIR ?? tmpdir(), 'bench-')),
    )
    try {
      // The source is mostly a hole, so that reading it costs next to nothing and writing is what counts.
      const path = join(here.folder, 'long.mp4')
      copyFileSync(numberedVideo({ seconds: 4 }), path)
      truncateSync(path, bytes)
      const project = here.projects.get(here.projects.create({ title: 'Large' }).project)
      const media = createMedia({
        ffmpeg: process.env.MORSEL_FFMPEG ?? null,
        paths: { resources: here.folder },
      })
      await run(media.takeFile(project, numberedVideo({ seconds: 4 })))

      const idle = process.memoryUsage.rss()
      let peak = 0
      const timer = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage.rss())
      }, 10)
      const start = performance.now()
      const { result } = await run(media.takeFile(project, path))
      const importing = performance.now() - start
      clearInterval(timer)
      if (result.bytes !== bytes) throw new Error('Not all of it was taken')

      const copyStart = performance.now()
      await shell('sh', ['-c', `cp --sparse=never ${path} ${path}.copy && sync ${path}.copy`])
      const copying = performance.now() - copyStart
      return [
        { name: 'memory over idle, at most', value: (peak - idle) / 1024 / 1024, unit: 'MiB', budget: 150 },
        { name: 'import', value: importing / 1000, unit: 's' },
        { name: 'cp and flush of the same file', value: copying / 1000, unit: 's' },
      ]
    } finally {
      here.dispose()
      rmSync(here.folder, { recursive: true, force: true })
    }
  },
}
