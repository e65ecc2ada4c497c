import { FrameImage } from './FrameImage.tsx'
import classes from './video.module.css'

const count = 10

/** Frames of the recording, evenly spaced. One that cannot be had leaves its place plain. */
export function Thumbnails({ seconds, frameUrl }: { seconds: number; frameUrl: (at: number) => string }) {
  const places = Array.from({ length: count }, (_, index) => ((index + 0.5) / count) * seconds)
  return (
    <div className={classes.thumbnails} aria-hidden>
      {places.map((at, index) => (
        // The places never change their order.
        <FrameImage key={index} className={classes.thumbnail} url={frameUrl(Math.round(at * 1000) / 1000)} />
      ))}
    </div>
  )
}
