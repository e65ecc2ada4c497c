import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { expect, test } from 'vitest'
import { openStudio } from '../../../test/contract/harness.ts'
import type { StudioClient } from '../../../shared/contract/index.ts'
import { asStudioError, fromAnswer } from './errors.ts'

test('a page of an earlier launch is told to open the new link, not that the studio broke', async () => {
  const bench = await openStudio('over HTTP')
  const stranger: StudioClient = createORPCClient(new RPCLink({ url: `${bench.origin}/rpc` }))
  const failure = await stranger.project.recent().then(() => null, asStudioError)
  expect(failure?.code).toBe('studio-unreachable')
  expect(failure?.message).toContain('open the link it printed')
  expect(fromAnswer(null, 401, 'import a.mp4').code).toBe('studio-unreachable')
  expect(fromAnswer(null, 502, 'import a.mp4').code).toBe('internal')
  await bench.close()
  const gone = await bench.client.project.recent().then(() => null, asStudioError)
  expect(gone?.code).toBe('studio-unreachable')
})
