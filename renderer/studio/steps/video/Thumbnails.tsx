import { useState } from 'react'
import classes from './video.module.css'

const count = 10

/** Frames of the recording, evenly spaced. One that cannot be had leaves its place plain. */
export function Thumbnails({ seconds, frameUrl }: { seconds: number; frameUrl: (at: number) => string }) {
  const places = Array.from({ length: count }, (_, index) => ((index + 0.5) / count) * seconds)
  return (
    <div className={classes.thumbnails} aria-hidden>
      {places.map((at, index) => (
        // The places never change their order.
        <Thumbnail key={index} url={frameUrl(Math.round(at * 1000) / 1000)} />
      ))}
    </div>
  )
}

function Thumbnail({ url }: { url: string }) {
  const [isMissing, setMissing] = useState(false)
  return isMissing ? (
    <span className={classes.thumbnail} />
  ) : (
    <img
      className={classes.thumbnail}
      src={url}
      alt=""
      loading="lazy"
      draggable={false}
      onError={() => setMissing(true)}
    />
  )
}
