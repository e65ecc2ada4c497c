// npm run check: types over project references, lint with the fences between folders, format, unused code.
import { reportChecks, runChecks } from './lib/checks.mjs'

process.exitCode = reportChecks(await runChecks()).length > 0 ? 1 : 0
