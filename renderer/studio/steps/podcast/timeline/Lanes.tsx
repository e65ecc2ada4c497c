import { type KeyboardEvent, type RefObject, useCallback, useId, useMemo, useState } from 'react'
import { focusLine } from '../focus.ts'
import type { EditScript } from '../podcast-step.ts'
import { findLine } from '../script-actions.ts'
import { PieceFields } from './PieceFields.tsx'
import { type Drawn, gapBefore, linesOf, spoken, startOf } from './drawn.ts'
import { Playhead } from './play/Playhead.tsx'
import type { Player } from './play/player.ts'
import { togglePlaying } from './play/Transport.tsx'
import { Ruler } from './Ruler.tsx'
import { gapOf, moveBy } from './timeline-actions.ts'
import { Tracks } from './Tracks.tsx'
import classes from './timeline.module.css'

/** All lanes as one list box, moved through by keys; and the line that is selected, in numbers. */
export function Lanes({
  drawn,
  script,
  scale,
  scroll,
  player,
  change,
}: {
  drawn: Drawn
  /** The script as it is now, which may be further than what is drawn. */
  script: Drawn['of']
  scale: number
  scroll: RefObject<HTMLDivElement | null>
  player: Player
  change: EditScript
}) {
  const name = useId()
  const [selected, setSelected] = useState<number | null>(null)
  const lines = useMemo(() => linesOf(drawn.of), [drawn])
  const number = lines.findIndex(({ place }) => place === selected) + 1
  const current = selected === null ? null : spoken(findLine(script, selected)?.line)

  const select = useCallback(
    (place: number) => {
      setSelected(place)
      document.getElementById(`${name}${place}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
    [name],
  )

  /** Arrow keys go from line to line; with Alt they move the line by a tenth of a second, with Shift too by a second. Space plays. */
  function onKeyDown(event: KeyboardEvent) {
    const direction = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
    if (event.key === ' ') togglePlaying(player)
    else if (event.key === 'Enter' && selected !== null) focusLine(selected)
    else if (direction === undefined) return
    else if (event.altKey && current) {
      const [seconds, heard] = [direction * (event.shiftKey ? 1 : 0.1), gapBefore(drawn, number)]
      const { place } = current
      change('Move line', (record) => moveBy(record, place, seconds, heard), `move:${place}`)
    } else {
      const order = [...new Set(drawn.laidOut.placed.map(({ line }) => line))]
      const next = order[Math.max(0, Math.min(order.length - 1, order.indexOf(number) + direction))]
      const place = next === undefined ? undefined : lines[next - 1]?.place
      if (place !== undefined) select(place)
    }
    event.preventDefault()
  }

  return (
    <>
      <div className={classes.frame}>
        <div className={classes.scroll} ref={scroll}>
          <div className={classes.lanes} style={{ width: drawn.laidOut.seconds * scale + 120 }}>
            <div className={classes.times}>
              <span className={classes.name} />
              <Ruler player={player} seconds={drawn.laidOut.seconds} scale={scale} scroll={scroll} />
            </div>
            <div
              className={classes.tracks}
              role="listbox"
              tabIndex={0}
              aria-label="What is heard when"
              aria-activedescendant={selected === null ? undefined : `${name}${selected}`}
              aria-keyshortcuts="Space ArrowLeft ArrowRight Alt+ArrowLeft Alt+ArrowRight Enter"
              onKeyDown={onKeyDown}
            >
              <Tracks
                drawn={drawn}
                scale={scale}
                name={name}
                selected={selected}
                onSelect={setSelected}
                change={change}
              />
            </div>
            <Playhead player={player} scale={scale} scroll={scroll} />
          </div>
        </div>
      </div>
      {current && (
        <PieceFields
          key={current.place}
          line={current}
          gap={gapOf(script, current.place, gapBefore(drawn, number))}
          asset={current.kind === 'clip' ? (drawn.assets.get(current.file) ?? null) : null}
          onPlay={() => player.play(startOf(drawn, number))}
          change={change}
        />
      )}
    </>
  )
}
