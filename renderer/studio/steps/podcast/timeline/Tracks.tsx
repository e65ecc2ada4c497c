import { memo, useMemo } from 'react'
import type { EditScript } from '../podcast-step.ts'
import { type Drawn, gapBefore, linesOf, speakersIn, spoken } from './drawn.ts'
import { Piece } from './Piece.tsx'
import { moveBy, trimBy } from './timeline-actions.ts'
import { Waveform } from './Waveform.tsx'
import classes from './timeline.module.css'

const musicNames = { intro: 'Intro', bed: 'Bed', outro: 'Outro' }

/**
 * A lane for each speaker, one for recordings that nobody speaks, one for each piece of music. Drawn again only when something lies
 * elsewhere: hundreds of waveforms must not hold typing up.
 */
export const Tracks = memo(function Tracks({
  drawn,
  scale,
  name,
  selected,
  onSelect,
  change,
}: {
  drawn: Drawn
  /** Pixels a second. */
  scale: number
  /** Begins the ids of the lines' elements. */
  name: string
  selected: number | null
  onSelect: (place: number) => void
  change: EditScript
}) {
  const { laidOut, of, assets } = drawn
  const { placed, music } = laidOut
  const pieces = useMemo(() => {
    const lines = linesOf(of)
    const named = new Set<number>()
    return placed.flatMap((piece, at) => {
      const line = spoken(lines[piece.line - 1])
      if (!line) return []
      // A line of several sentences has several pieces, the first of which is the line's.
      const id = named.has(line.place) ? `${line.place}/${at}` : `${line.place}`
      named.add(line.place)
      return [{ id, piece, line }]
    })
  }, [placed, of])

  return (
    <>
      {speakersIn(drawn).map((speaker) => (
        <div key={speaker ?? ''} className={classes.lane} role="group" aria-label={speaker ?? 'Recordings'}>
          <span className={classes.name}>{speaker ?? 'Recordings'}</span>
          <div className={classes.track}>
            {pieces.map(({ id, piece, line }) => {
              if (piece.speaker !== speaker) return null
              const { place } = line
              const asset = line.kind === 'clip' ? assets.get(line.file) : undefined
              const length = asset?.seconds ?? 0
              return (
                <Piece
                  key={id}
                  id={`${name}${id}`}
                  piece={piece}
                  scale={scale}
                  words={line.text ?? asset?.name ?? ''}
                  isSelected={selected === place}
                  fades={line.kind === 'clip' ? line.edit : null}
                  onSelect={() => onSelect(place)}
                  onMove={(by, mergeKey) => {
                    const heard = gapBefore(drawn, piece.line)
                    change('Move line', (script) => moveBy(script, place, by, heard), mergeKey)
                  }}
                  onTrim={
                    line.kind === 'clip' && length > 0
                      ? (end, seconds, mergeKey) =>
                          change(
                            'Trim recording',
                            (script) => trimBy(script, place, { end, seconds }, length),
                            mergeKey,
                          )
                      : undefined
                  }
                />
              )
            })}
          </div>
        </div>
      ))}
      {[...new Set(music.map(({ role }) => role))].map((role) => (
        <div key={role} className={classes.lane} aria-hidden>
          <span className={classes.name}>{musicNames[role]}</span>
          <div className={classes.track}>
            {music
              .filter((piece) => piece.role === role)
              .map(({ start, seconds: length, ...piece }) => (
                <div
                  key={start}
                  className={classes.piece}
                  data-kind="music"
                  style={{ left: start * scale, width: length * scale }}
                >
                  <Waveform
                    peaks={piece.peaks}
                    seconds={length}
                    fadeIn={piece.fadeIn}
                    fadeOut={piece.fadeOut}
                  />
                </div>
              ))}
          </div>
        </div>
      ))}
    </>
  )
})
