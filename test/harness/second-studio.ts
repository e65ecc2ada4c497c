import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const holder = fileURLToPath(new URL('holder.ts', import.meta.url))

/** Opens `project` in another process; its answer is `{ opened: true }` or `{ code }`. */
export async function secondStudio(
  project: string,
): Promise<{ answer: { opened?: true; code?: string }; process: ChildProcess; kill: () => Promise<void> }> {
  const child = spawn(process.execPath, [holder, project], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const exited = once(child, 'exit')
  return {
    answer: JSON.parse(line) as { opened?: true; code?: string },
    process: child,
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
