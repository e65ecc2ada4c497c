/**
 * An author who never rests, for the durability test: opens the project once a line arrives on standard input, then saves
 * one edit after another and prints the number of each as soon as it is answered. It is killed, never asked to stop.
 *   node test/harness/durability/writer.ts <project> [--answer-early]
 * `--answer-early` is the sabotage that the test must notice: it prints the number before the edit is on disk.
 */
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { dirname } from 'node:path'
import { createProjects } from '../../../electron/core/project/projects.ts'
import { redo, undo } from '../../../electron/core/project/commit.ts'
import { addPage, wordsChange } from '../records.ts'
import { projectPorts } from '../projects.ts'

const [path = '', sabotage] = process.argv.slice(2)
const projects = createProjects(projectPorts(dirname(path)))
// A process that is killed never saves its cache of compiled code by itself, and hundreds of these are started.
flushCompileCache()
writeSync(1, 'ready\n')
await once(process.stdin, 'data')

const { project } = projects.open(path)
const access = projects.get(project)
const store = projects.store(project)

const answer = (seq: number) => writeSync(1, `${seq}\n`)
const next = () => store.tail.newest.seq + 1

for (let turn = 0; ; turn++) {
  if (sabotage === '--answer-early') answer(next())
  answer(save(turn))
  // Now and then a pause, so that a kill also lands between two edits and in the housekeeping.
  if (turn % 20 === 19) await new Promise((resolve) => setTimeout(resolve, 2))
}

/** One edit of the kinds an author makes; the number it was answered with. */
function save(turn: number): number {
  const words = `Edit ${next()} of the durability test. `.repeat(1 + (turn % 30))
  const steps = access.require('module', 'm').steps
  const step = steps[turn % Math.max(steps.length, 1)]
  if (turn % 10 === 9) return undo(store)?.seq ?? 0
  if (turn % 10 === 0 && store.tail.redo) return redo(store)?.seq ?? 0
  if (steps.length < 20 || step === undefined) return addPage(access, 'm', `p${next()}`, words).seq
  return access.commit({
    label: 'Write',
    mergeKey: `turn ${turn >> 2}`,
    change: wordsChange(access, step, words),
  }).seq
}
