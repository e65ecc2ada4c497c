import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { writePretendPlayer } from '../../../test/harness/pretend-player.ts'
import { temporaryProjects } from '../../../test/harness/projects.ts'
import { addPublishableModule } from '../../../test/harness/publishable.ts'
import { bundleFormats } from '../../../shared/contract/publish.ts'

const script = fileURLToPath(new URL('../../../test/harness/publish-once.ts', import.meta.url))

/** Loaded before anything else, so that every part of the process believes it. */
const otherClock = `
  const Real = Date
  const then = Real.UTC(2043, 6, 1, 12)
  globalThis.Date = class extends Real {
    constructor(...parts) { parts.length ? super(...parts) : super(then) }
    static now() { return then }
  }`

it('the same project gives the same packages to the byte, in another zone, language, folder and year', async () => {
  const here = temporaryProjects()
  try {
    const { project, path } = here.projects.create({ title: 'Bees' })
    addPublishableModule(here.projects.get(project))
    here.projects.close(project)
    const built = join(here.folder, 'out')
    writePretendPlayer(built)
    const publish = (name: string, environment: Record<string, string>, ...options: string[]) =>
      promisify(execFile)(
        process.execPath,
        [...options, script, path, built, join(here.folder, name), ...bundleFormats],
        { cwd: here.folder, env: { ...process.env, ...environment } },
      )
    await publish('here', { TZ: 'America/Los_Angeles', LANG: 'en_US.UTF-8' })
    await publish(
      'there',
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      '--import',
      `data:text/javascript,${encodeURIComponent(otherClock)}`,
    )
    for (const format of bundleFormats) {
      const [one, other] = ['here', 'there'].map((name) =>
        readFileSync(join(here.folder, `${name}-${format}.zip`)),
      )
      expect(other?.equals(one ?? Buffer.alloc(0)), format).toBe(true)
    }
  } finally {
    here.dispose()
  }
}, 60_000)
