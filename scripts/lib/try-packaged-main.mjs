// Runs the packed main process on the tests' stand-in for Electron and asks it for what the studio asks first. Prints one
// JSON object: what was answered. Parameters: the extracted archive, the app's resources, a home folder.
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { root } from './node.mjs'

const [archive = '', resources = '', home = ''] = process.argv.slice(2)

const standIn = pathToFileURL(join(root, 'test/harness/electron.ts')).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})

const { app, fake } = await import(standIn)
Object.assign(fake, { home, root: archive })
Object.assign(app, { isPackaged: true })
Object.assign(process, { resourcesPath: resources })

await import(pathToFileURL(join(archive, 'out/desktop/main.js')).href)
const deadline = Date.now() + 10_000
while (!fake.menu && Date.now() < deadline) await setTimeout(20)

const ask = async (path, input) => {
  const answer = await fake.handlers.get('morsel')?.(
    new Request(`morsel://studio${path}`, {
      ...(input && { method: 'POST', body: JSON.stringify({ json: input }) }),
      headers: { 'content-type': 'application/json', origin: 'morsel://studio' },
    }),
  )
  return { status: answer?.status, text: await answer?.text() }
}

const project = join(home, 'Packed.morsel')
const answers = {
  page: await ask('/'),
  create: await ask('/rpc/project/create', { path: project, title: 'Packed' }),
  sample: await ask('/rpc/project/sample', { path: join(home, 'Sample.morsel') }),
}
process.stdout.write(`${JSON.stringify(answers)}\n`)
app.emit('will-quit', { preventDefault() {} })
await setTimeout(200)
process.exit()
