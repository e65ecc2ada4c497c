import classes from './video.module.css'

/** A strip of frames; one that is not there yet, or cannot be had, leaves its place plain. */
export function Thumbnails({ frames }: { frames: readonly (string | null)[] }) {
  return (
    <div className={classes.thumbnails} aria-hidden>
      {frames.map((url, index) =>
        url === null ? (
          // The places never change their order.
          <span key={index} className={classes.thumbnail} />
        ) : (
          <img key={index} className={classes.thumbnail} src={url} alt="" draggable={false} />
        ),
      )}
    </div>
  )
}
