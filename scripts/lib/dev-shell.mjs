// The web shell as `npm run dev` runs it: on the port it is told, in a process that can be replaced when the core changes.
// Parameters: the port, and the origin of the page that Vite serves, which is the one that frames previews.
import { nodePorts } from '../../electron/shells/web/ports.ts'
import { startWebShell } from '../../electron/shells/web/server.ts'

const [port = '0', page = ''] = process.argv.slice(2)
const shell = await startWebShell({
  port: Number(port),
  ports: (origins) => nodePorts('web', { ...origins, studio: () => page }),
})
process.send?.({ origin: shell.origin, url: shell.url })
process.on('disconnect', () => void shell.close().then(() => process.exit()))
