import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { StudioClient } from '../../../shared/contract/index.ts'

/** The operations of the core this page was loaded from. */
export function createStudioClient(origin: string = window.location.origin): StudioClient {
  return createORPCClient(new RPCLink({ url: `${origin}/rpc` }))
}
