import { type PointerEvent, useState } from 'react'
import { newKey } from '../../../../../shared/ids.ts'
import type { LaidOut } from '../../../../../shared/contract/media.ts'
import { clock } from '../../../../player/views.ts'
import { Waveform } from './Waveform.tsx'
import classes from './timeline.module.css'

type PieceProps = {
  /** Of its element. */
  id: string
  piece: LaidOut['placed'][number]
  /** Pixels a second. */
  scale: number
  words: string
  isSelected: boolean
  /** The recording's fades, in seconds. */
  fades?: { fadeIn: number; fadeOut: number } | null
  onSelect: () => void
  /** Moves it by so many seconds. */
  onMove: (by: number, mergeKey: string) => void
  /** Moves an end of a recording by so many seconds; absent where there is nothing to trim. */
  onTrim?: ((end: 'start' | 'end', by: number, mergeKey: string) => void) | undefined
}

/** One piece of what is said: dragged to another place, and by its ends where it is a recording. Keys are the lanes' (`Lanes.tsx`). */
export function Piece({ id, piece, scale, words, isSelected, fades, onSelect, onMove, onTrim }: PieceProps) {
  const [drag, setDrag] = useState<{
    of: LaidOut['placed'][number]
    what: 'all' | 'start' | 'end'
    by: number
  } | null>(null)
  // What was dragged stays where it was put until it is laid out anew.
  const moved = drag?.of === piece ? drag : null
  const by = moved?.by ?? 0
  const left = piece.start + (moved?.what === 'all' || moved?.what === 'start' ? by : 0)
  const seconds = piece.seconds + (moved?.what === 'end' ? by : moved?.what === 'start' ? -by : 0)

  function begin(event: PointerEvent<HTMLElement>, what: 'all' | 'start' | 'end') {
    if (event.button !== 0) return
    event.stopPropagation()
    onSelect()
    const element = event.currentTarget
    const from = event.clientX
    element.setPointerCapture(event.pointerId)
    const byOf = (clientX: number) => (clientX - from) / scale
    const move = (next: globalThis.PointerEvent) => {
      if (Math.abs(next.clientX - from) > 2) setDrag({ of: piece, what, by: byOf(next.clientX) })
    }
    const drop = (next: globalThis.PointerEvent) => {
      if (Math.abs(next.clientX - from) <= 2) return
      const key = `drag:${newKey()}`
      if (what === 'all') onMove(byOf(next.clientX), key)
      else onTrim?.(what, byOf(next.clientX), key)
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', drop, { once: true })
    element.addEventListener(
      'lostpointercapture',
      () => {
        element.removeEventListener('pointermove', move)
        element.removeEventListener('pointerup', drop)
      },
      { once: true },
    )
  }

  const who = piece.speaker ?? 'Recording'
  return (
    <div
      className={classes.piece}
      data-kind={piece.kind}
      data-selected={isSelected || undefined}
      style={{ left: left * scale, width: Math.max(3, seconds * scale) }}
    >
      <div
        id={id}
        role="option"
        tabIndex={-1}
        className={classes.body}
        aria-selected={isSelected}
        aria-label={`${who} at ${clock(piece.start)}: ${words || 'no words'}`}
        title={words}
        onPointerDown={(event) => begin(event, 'all')}
      >
        <Waveform peaks={piece.peaks} seconds={piece.seconds} {...fades} />
      </div>
      {isSelected && onTrim && (
        <>
          <span className={classes.end} data-end="start" onPointerDown={(event) => begin(event, 'start')} />
          <span className={classes.end} data-end="end" onPointerDown={(event) => begin(event, 'end')} />
        </>
      )}
    </div>
  )
}
