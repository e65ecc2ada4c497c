import { expect, test } from 'vitest'
import type { PreviewNetwork } from '../../../../shared/bundle/preview-conditions.ts'
import { overNetwork } from './network.ts'

const bytes = (length: number) => async () => new Response(new Uint8Array(length))

test('a fast network is out of the way', async () => {
  const answer = new Response('all of it')
  expect(
    await overNetwork(
      () => 'fast',
      async () => answer,
    ),
  ).toBe(answer)
})

test('a slow one answers late, and lets 50 kB through in a second', async () => {
  const start = performance.now()
  const answer = await overNetwork(() => 'slow', bytes(25_000))
  const late = performance.now() - start
  expect((await answer.arrayBuffer()).byteLength).toBe(25_000)
  const all = performance.now() - start
  expect(late).toBeGreaterThan(350)
  expect(all - late).toBeGreaterThan(450)
})

test('when it is fast again, the rest comes at once; when it is gone, nothing more', async () => {
  for (const after of ['fast', 'offline'] as const) {
    let network: PreviewNetwork = 'slow'
    const answer = await overNetwork(() => network, bytes(5_000_000))
    network = after
    const start = performance.now()
    const body = answer.arrayBuffer()
    if (after === 'offline') await expect(body).rejects.toThrow('The network is gone')
    else expect((await body).byteLength).toBe(5_000_000)
    expect(performance.now() - start).toBeLessThan(5000)
  }
})

test('without a network there is no answer but that', async () => {
  const answer = await overNetwork(() => 'offline', bytes(1))
  expect(answer.status).toBe(503)
})
