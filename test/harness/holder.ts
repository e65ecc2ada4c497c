/**
 * A second studio, for tests: opens the project it is told and says how that went, in one line of JSON. It holds the
 * project until it is killed or its input ends.
 *   node test/harness/holder.ts <project>
 */
import { dirname } from 'node:path'
import { createProjects } from '../../electron/core/project/projects.ts'
import { StudioError } from '../../shared/errors.ts'
import { projectPorts } from './projects.ts'

const [path = ''] = process.argv.slice(2)
const projects = createProjects(projectPorts(dirname(path)))
try {
  projects.open(path)
  process.stdout.write(`${JSON.stringify({ opened: true })}\n`)
  process.stdin.resume().on('end', () => projects.closeAll())
} catch (error) {
  const answer = error instanceof StudioError ? { code: error.code } : { code: String(error) }
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
