import { useElementSize } from '@mantine/hooks'
import type { ReactNode, RefObject } from 'react'
import { scaleToFit, type Size } from './sizes.ts'
import classes from './preview.module.css'

/** Room around the screen, in pixels. */
const margin = 24

/**
 * A screen of a given size, shrunk to fit. The page inside is sandboxed and on another origin than the studio; its links open in the
 * browser, as they will for the learner. `over` lies on the screen.
 */
export function DeviceFrame({
  url,
  size,
  frame,
  over,
}: {
  url: string
  size: Size
  frame: RefObject<HTMLIFrameElement | null>
  over: ReactNode
}) {
  const { ref, width, height } = useElementSize()
  const scale = scaleToFit(size, { width: width - 2 * margin, height: height - 2 * margin })
  return (
    <div className={classes.stage} ref={ref}>
      <div className={classes.device} style={{ width: size.width * scale, height: size.height * scale }}>
        <iframe
          ref={frame}
          src={url}
          title="The module as a learner meets it"
          sandbox="allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox"
          allow="autoplay; fullscreen"
          className={classes.frame}
          style={{ width: size.width, height: size.height, transform: `scale(${scale})` }}
        />
        {over}
      </div>
    </div>
  )
}
