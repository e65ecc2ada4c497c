import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProgressOr } from '../../shared/contract/base.ts'
import { contract, type StudioClient } from '../../shared/contract/index.ts'
import { nodePorts } from '../../electron/shells/web/ports.ts'
import { startWebShell } from '../../electron/shells/web/server.ts'

/** Ways to ask the same operations; each contract test runs over all of them. */
export const transports = ['in process', 'over HTTP'] as const
export type Transport = (typeof transports)[number]

export type StudioBench = {
  client: StudioClient
  /** A folder of this test's own; gone afterwards. */
  folder: string
  origin: string
  cookie: string
  close: () => Promise<void>
}

/** A studio of its own, asked over `transport`. `built` names the built pages within its folder, when not the real ones. */
export async function openStudio(
  transport: Transport,
  { built }: { built?: string } = {},
): Promise<StudioBench> {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-contract-'))
  process.env.MORSEL_HOME = folder
  const shell = await startWebShell({
    ports: (origins) => {
      const ports = nodePorts('web', origins)
      return built ? { ...ports, paths: { ...ports.paths, built: join(folder, built) } } : ports
    },
  })
  const entry = await fetch(shell.url, { redirect: 'manual' })
  const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? ''
  const remote: StudioClient = createORPCClient(
    new RPCLink({ url: `${shell.origin}/rpc`, headers: { cookie } }),
  )
  return {
    client: recorded(transport, transport === 'in process' ? shell.studio.client : remote),
    folder,
    origin: shell.origin,
    cookie,
    async close() {
      await shell.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const asked = new Map<Transport, Set<string>>(transports.map((transport) => [transport, new Set()]))

/** Operations of the contract that nobody asked over `transport` yet. */
export function neverAsked(transport: Transport): string[] {
  const all = Object.entries(contract).flatMap(([domain, operations]) =>
    Object.keys(operations).map((name) => `${domain}.${name}`),
  )
  return all.filter((name) => !asked.get(transport)?.has(name))
}

function recorded(transport: Transport, client: StudioClient): StudioClient {
  return new Proxy(client, {
    get: (target, domain: string) =>
      new Proxy(target[domain as keyof StudioClient] as object, {
        get(operations, name: string) {
          asked.get(transport)?.add(`${domain}.${name}`)
          return Reflect.get(operations, name) as unknown
        },
      }),
  })
}

/** The result of long work, with the progress seen on the way. */
export async function finish<Result>(
  work: Promise<AsyncIterable<ProgressOr<Result>>>,
): Promise<{ result: Result; progress: ProgressOr<Result>[] }> {
  const progress: ProgressOr<Result>[] = []
  for await (const event of await work) {
    if (event.type === 'done') return { result: event.result, progress }
    progress.push(event)
  }
  throw new Error('The work ended without a result')
}

/** What an operation that must fail fails with. */
export async function failure(
  call: Promise<unknown>,
): Promise<{ code: string; message: string; data: unknown; defined: boolean }> {
  try {
    await call
  } catch (error) {
    return error as { code: string; message: string; data: unknown; defined: boolean }
  }
  throw new Error('The operation was expected to fail')
}
