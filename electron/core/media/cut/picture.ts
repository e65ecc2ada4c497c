import { shownSize } from '../probe/picture.ts'
import type { Stream } from '../probe/streams.ts'

/**
 * The filters that bring any picture to what every browser shows: square pixels, even sides (H.264 in 4:2:0 has no others),
 * 8 bits, SDR. Rotation is applied by ffmpeg itself before any filter. `longest` bounds the longer side, in pixels.
 */
export function pictureFilters(
  video: Stream,
  { canToneMap, longest, format }: { canToneMap: boolean; longest?: number; format: string },
): string[] {
  const shown = shownSize(video)
  const factor = longest ? Math.min(1, longest / Math.max(shown.width, shown.height)) : 1
  const [width, height] = [even(shown.width * factor), even(shown.height * factor)]
  return [
    ...(canToneMap ? toneMap(video) : []),
    `scale=${width}:${height}:flags=bicubic`,
    'setsar=1',
    `format=${format}`,
  ]
}

function even(pixels: number): number {
  return Math.max(2, 2 * Math.round(pixels / 2))
}

/** HDR (PQ and HLG, both in BT.2020) to BT.709, bright parts rolled off rather than clipped. */
function toneMap({ color_transfer }: Stream): string[] {
  if (!['smpte2084', 'arib-std-b67'].includes(color_transfer)) return []
  return [
    `zscale=tin=${color_transfer}:pin=bt2020:min=bt2020nc:rin=tv:t=linear:npl=100`,
    'format=gbrpf32le',
    'zscale=p=bt709',
    'tonemap=tonemap=hable:desat=0',
    'zscale=t=bt709:m=bt709:r=tv',
  ]
}
