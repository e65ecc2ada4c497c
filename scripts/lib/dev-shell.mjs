// The web shell as `npm run dev` runs it: on the port it is told, in a process that can be replaced when the core changes.
import { startWebShell } from '../../electron/shells/web/server.ts'

const shell = await startWebShell({ port: Number(process.argv[2]) })
process.send?.({ origin: shell.origin, url: shell.url })
process.on('disconnect', () => void shell.close().then(() => process.exit()))
