import type { PreviewNetwork } from '../../../../shared/bundle/preview-conditions.ts'

/** Slow 3G as browsers' own tools know it: round trip in milliseconds, bytes a second. */
const slow = { delay: 400, bytesPerSecond: 50_000 }

/** Bytes that go through in one go on a slow network: ten goes a second. */
const portion = slow.bytesPerSecond / 10

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** An answer as it comes over this network: at once, late and in small portions, or not at all. */
export async function overNetwork(
  network: () => PreviewNetwork,
  answer: () => Promise<Response>,
): Promise<Response> {
  if (network() === 'slow') await wait(slow.delay)
  if (network() === 'offline')
    return new Response('The network is gone: this preview is set to offline.\n', {
      status: 503,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    })
  const response = await answer()
  if (network() === 'fast' || !response.body) return response
  return new Response(response.body.pipeThrough(inPortions(network)), {
    status: response.status,
    headers: response.headers,
  })
}

/** The network may change while something is on its way. */
function inPortions(network: () => PreviewNetwork): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    async transform(chunk, controller) {
      for (let start = 0; start < chunk.length; start += portion) {
        const part = chunk.subarray(start, start + portion)
        if (network() === 'slow') await wait((part.length / slow.bytesPerSecond) * 1000)
        if (network() === 'offline') return controller.error(new Error('The network is gone'))
        controller.enqueue(part)
      }
      return undefined
    },
  })
}
