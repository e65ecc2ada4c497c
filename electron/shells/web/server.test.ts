import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWhereItWas } from './same-place.ts'
import { startWebShell, type WebShell } from './server.ts'

const home = mkdtempSync(join(tmpdir(), 'morsel-web-'))
let shell: WebShell

beforeAll(async () => {
  process.env.MORSEL_HOME = home
  shell = await startWebShell()
})
afterAll(async () => {
  await shell.close()
  rmSync(home, { recursive: true, force: true })
})

async function cookie(): Promise<string> {
  const answer = await fetch(shell.url, { redirect: 'manual' })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

test('listens on the loopback address alone', async () => {
  const { port } = new URL(shell.origin)
  const others = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  for (const { address, family, internal } of others) {
    if (internal || family !== 'IPv4') continue
    await expect(fetch(`http://${address}:${port}/`), address).rejects.toThrow()
  }
  expect((await fetch(shell.origin)).status).toBe(401)
})

test('the preview’s origin answers no operation', async () => {
  const info = await shell.studio.client.shell.info()
  expect(info.previewOrigin).not.toBe(shell.origin)
  const init = { method: 'POST', body: '{"json":{}}', headers: { cookie: await cookie() } }
  expect((await fetch(`${info.previewOrigin}/rpc/shell/info`, init)).status).toBe(404)
})

test('a path that leaves the built pages is no page', async () => {
  for (const path of ['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/%00', '/%zz']) {
    const answer = await fetch(`${shell.origin}${path}`, { headers: { cookie: await cookie() } })
    expect(answer.status, path).toBe(404)
  }
})

test('two studios run side by side', async () => {
  const other = await startWebShell()
  expect(other.origin).not.toBe(shell.origin)
  await other.close()
})

test('a studio comes back where it was, unless another is there', async () => {
  const first = await startWhereItWas(home)
  const beside = await startWhereItWas(home)
  expect(beside.origin).not.toBe(first.origin)
  await Promise.all([first.close(), beside.close()])
  const again = await startWhereItWas(home)
  expect(again.origin).toBe(first.origin)
  await again.close()
  writeFileSync(join(home, 'web-port'), 'no port')
  await (await startWhereItWas(home)).close()
})
