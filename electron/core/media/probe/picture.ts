import { ratio, type Stream } from './streams.ts'

/** The size of a video's picture as players show it, in pixels: pixel shape first, then rotation. */
export function shownSize(video: Stream): { width: number; height: number } {
  const shape = ratio(video.sample_aspect_ratio)
  const size = { width: video.width, height: video.height }
  // As Chromium does it: what is too narrow is widened, what is too flat is made higher; nothing shrinks.
  if (shape > 1) size.width = Math.round(video.width * shape)
  else if (shape > 0 && shape < 1) size.height = Math.round(video.height / shape)
  return quarterTurns(video) % 2 === 0 ? size : { width: size.height, height: size.width }
}

function quarterTurns({ side_data_list }: Stream): number {
  const rotation = side_data_list.find((data) => Number.isFinite(data.rotation))?.rotation ?? 0
  return Math.abs(Math.round(rotation / 90))
}

/** Frames a second: the average, unless it is beyond belief (some files count in milliseconds); null when unknown. */
export function framesPerSecond(video: Stream): number | null {
  const believable = [ratio(video.avg_frame_rate), ratio(video.r_frame_rate)].find(
    (rate) => rate >= 0.1 && rate <= 480,
  )
  return believable ? Math.round(believable * 1000) / 1000 : null
}
