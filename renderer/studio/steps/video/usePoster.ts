import { useDebouncedValue } from '@mantine/hooks'
import type { Asset } from '../../../../shared/model/asset.ts'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import { keptRanges } from './ranges.ts'

/** Where the poster of a video step loads from. It waits for a drag to rest: each frame is a run of ffmpeg. */
export function usePoster(step: VideoStep, asset: Asset, mediaUrl: (asset: Asset) => string): string {
  const first = keptRanges(step.keep, asset.seconds ?? 0)[0]?.start ?? 0
  const [at] = useDebouncedValue(step.poster ?? first, 400)
  return `${mediaUrl(asset)}/frame?at=${at}`
}
