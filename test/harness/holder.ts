/**
 * A second studio, for tests: opens the project it is told and says how that went, in one line of JSON. It holds the
 * project until it is killed or its input ends.
 *   node test/harness/holder.ts <project>
 */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createProjects } from '../../electron/core/project/projects.ts'
import { StudioError } from '../../shared/errors.ts'
import { projectPorts } from './projects.ts'

const projects = createProjects(projectPorts(join(tmpdir(), `morsel-holder-${process.pid}`)))
try {
  projects.open(process.argv[2] ?? '')
  process.stdout.write(`${JSON.stringify({ opened: true })}\n`)
  process.stdin.resume().on('end', () => projects.closeAll())
} catch (error) {
  const answer = error instanceof StudioError ? { code: error.code } : { code: String(error) }
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
