import { type RefObject, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { bringIntoView, isInView } from './bring-into-view.ts'
import type { Player } from './player.ts'
import classes from './play.module.css'

type PlayheadProps = {
  player: Player
  /** Pixels a second. */
  scale: number
}

/** The line at what is heard. It goes along while something plays, and the lanes go along with it. */
export function Playhead({
  player,
  scale,
  scroll,
}: PlayheadProps & { scroll: RefObject<HTMLDivElement | null> }) {
  const isSilent = useStore(player.state, ({ phase }) => phase === 'silent')
  useEffect(() => {
    const box = scroll.current
    if (isSilent || !box) return
    let scrolled: number | null = null
    let wasSeen = false
    return eachFrame(() => {
      const x = player.position() * scale
      const isSeen = isInView(box, x)
      // Somebody who looks at another place is left there.
      const isLeft = scrolled !== null && (!wasSeen || box.scrollLeft !== scrolled)
      if (!isSeen && !isLeft) bringIntoView(box, x)
      wasSeen = isSeen
      scrolled = box.scrollLeft
    })
  }, [player, scale, scroll, isSilent])
  return <Mark player={player} scale={scale} className={classes.playhead} />
}

/** The playhead's end in the ruler. */
export function PlayheadKnob(props: PlayheadProps) {
  return <Mark {...props} className={classes.knob} />
}

function Mark({ player, scale, className }: PlayheadProps & { className: string | undefined }) {
  const mark = useRef<HTMLDivElement>(null)
  const standing = useStore(player.state, ({ seconds, phase }) => (phase === 'silent' ? seconds : null))
  useEffect(() => {
    const draw = () => {
      const x = player.position() * scale
      mark.current?.style.setProperty('transform', `translateX(${x.toFixed(1)}px)`)
    }
    draw()
    return standing === null ? eachFrame(draw) : undefined
  }, [player, scale, standing])
  return <div ref={mark} className={className} aria-hidden />
}

/** Does something with each frame that is drawn, until it is ended. */
function eachFrame(work: () => void): () => void {
  let frame = requestAnimationFrame(function next() {
    work()
    frame = requestAnimationFrame(next)
  })
  return () => cancelAnimationFrame(frame)
}
