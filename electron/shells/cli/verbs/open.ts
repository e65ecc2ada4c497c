import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'
import { nodePorts } from '../../web/ports.ts'
import { startWhereItWas } from '../../web/same-place.ts'
import { startWebShell } from '../../web/server.ts'
import { openBrowser } from '../browser.ts'
import type { Verb } from '../verb.ts'

export const openVerb: Verb = {
  name: 'open',
  usage: 'open [project] [--no-browser] [--port N]',
  summary: 'opens the studio in the browser and prints its address; Ctrl+C ends it',
  options: { 'no-browser': { type: 'boolean' }, port: { type: 'string' } },
  words: { least: 0, most: 1 },
  async run({ words: [path], options, say, signal }) {
    const folder = path === undefined ? null : resolve(path)
    if (folder && !existsSync(folder)) throw new StudioError('project-missing', { path: folder })
    const shell =
      options.port === undefined
        ? await startWhereItWas(nodePorts('web').paths.home)
        : await startWebShell({ port: Number(options.port) })
    const url = folder ? `${shell.url}&open=${encodeURIComponent(folder)}` : shell.url
    process.stdout.write(
      options.json === true ? `${JSON.stringify({ url })}\n` : `Morsel Studio is open at ${url}\n`,
    )
    if (options['no-browser'] !== true && !(await openBrowser(url)))
      say('No browser could be started: open the address yourself.')
    say('Press Ctrl+C to end it.')
    await new Promise<void>((end) => signal.addEventListener('abort', () => end(), { once: true }))
    await shell.close()
  },
}
