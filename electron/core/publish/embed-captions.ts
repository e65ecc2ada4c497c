import type { Bundle } from '../../../shared/bundle/format.ts'
import type { GatheredMedia } from './gather.ts'

/**
 * Captions inside the page instead of beside it. A page opened from disk may not read a text track from a file, however
 * near it lies; an address that holds the captions themselves it may.
 */
export function embedCaptions(
  bundle: Bundle,
  media: readonly GatheredMedia[],
): { bundle: Bundle; media: GatheredMedia[] } {
  const embedded = new Map<string, string>()
  for (const { path, mediaType, content } of media)
    if (mediaType === 'text/vtt' && content.type === 'text')
      embedded.set(path, `data:text/vtt;base64,${Buffer.from(content.data).toString('base64')}`)
  const steps = bundle.steps.map((step) => {
    const captions = 'captions' in step ? step.captions : null
    const source = captions && embedded.get(captions.source)
    return source ? { ...step, captions: { ...captions, source } } : step
  })
  return { bundle: { ...bundle, steps }, media: media.filter(({ path }) => !embedded.has(path)) }
}
