import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { root } from './node.mjs'

const pretend = `data:text/javascript,${encodeURIComponent(
  "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0', napi: '9' } })",
)}`

test.for(['start', 'test', 'morsel'])('npm run %s says in one sentence that Node is too old', (script) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', pretend, `${root}/scripts/${script}.mjs`],
    { encoding: 'utf8' },
  )
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^Morsel Studio needs Node 20 or newer and this is .*\n$/)
})
