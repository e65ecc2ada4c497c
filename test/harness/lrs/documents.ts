import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** The documents of an LRS: state and profiles, by their parameters. JSON alone, as a module needs no more. */
export function createDocuments() {
  const documents = new Map<string, string>()
  const keyOf = (resource: string, query: URLSearchParams) =>
    JSON.stringify([
      resource,
      ...['activityId', 'agent', 'registration', 'stateId', 'profileId'].map((name) => query.get(name)),
    ])
  return {
    put: (resource: string, parameters: Record<string, string>, content: unknown) =>
      documents.set(keyOf(resource, new URLSearchParams(parameters)), JSON.stringify(content)),
    get: (resource: string, parameters: Record<string, string>): unknown =>
      JSON.parse(documents.get(keyOf(resource, new URLSearchParams(parameters))) ?? 'null'),
    async answer(
      request: IncomingMessage,
      response: ServerResponse,
      resource: string,
      query: URLSearchParams,
    ): Promise<void> {
      const key = keyOf(resource, query)
      if (request.method === 'GET') {
        const found = documents.get(key)
        response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(found)
        return
      }
      documents.set(key, await text(request))
      response.writeHead(204).end()
    },
  }
}
