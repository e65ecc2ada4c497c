import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import type { LaidOut } from '../../../../../shared/contract/media.ts'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import type { Line } from '../../../../../shared/podcast/script.ts'
import type { StepEditorProps } from '../../types.ts'
import { focusLine } from '../focus.ts'
import { assetIn, type EditScript } from '../podcast-step.ts'
import { findLine } from '../script-actions.ts'
import { Piece } from './Piece.tsx'
import { PieceFields } from './PieceFields.tsx'
import { Ruler } from './Ruler.tsx'
import { editClip, setGap, untouched } from './timeline-actions.ts'
import { Waveform } from './Waveform.tsx'
import classes from './timeline.module.css'

const musicNames = { intro: 'Intro', bed: 'Bed', outro: 'Outro' }

/** A lane for each speaker, one for recordings that nobody speaks, one for each piece of music; and what is selected, in numbers. */
export function Lanes({
  step,
  records,
  laidOut,
  of,
  scale,
  scroll,
  change,
}: StepEditorProps<PodcastStep> & {
  laidOut: LaidOut
  of: PodcastStep['script']
  scale: number
  scroll: RefObject<HTMLDivElement | null>
  change: EditScript
}) {
  const name = useId()
  const [selected, setSelected] = useState<number | null>(null)
  const { placed, music, seconds } = laidOut
  const lines = of.chapters.flatMap((chapter) => chapter.lines)
  const lineOf = ({ line }: { line: number }) => spoken(lines[line - 1])
  const speakers = [...new Set(placed.map(({ speaker }) => speaker))].toSorted(
    (one, other) => rank(of, one) - rank(of, other),
  )
  /** The silence before a line now; what is before the first word is the music's. */
  const gapBefore = (number: number) => {
    const at = placed.findIndex(({ line }) => line === number)
    const [piece, before] = [placed[at], placed[at - 1]]
    if (!piece) return 0
    return before ? piece.start - before.start - before.seconds : pauseBefore(of, lines[number - 1])
  }
  const current = selected === null ? null : spoken(findLine(step.script, selected)?.line)
  const number = lines.findIndex(({ place }) => place === selected) + 1

  /** Arrow keys go from line to line; with Alt they move the line by a tenth of a second, with Shift too by a second. */
  function onKeyDown(event: KeyboardEvent) {
    const direction = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
    if (event.key === 'Enter' && selected !== null) focusLine(selected)
    else if (direction === undefined) return
    else if (event.altKey && current) {
      const by = direction * (event.shiftKey ? 1 : 0.1)
      change(
        'Move line',
        (script) => setGap(script, current.place, gapBefore(number) + by),
        `move:${current.place}`,
      )
    } else {
      const order = [...new Set(placed.map(({ line }) => line))]
      const next = order[Math.max(0, Math.min(order.length - 1, order.indexOf(number) + direction))]
      const place = next === undefined ? undefined : lines[next - 1]?.place
      if (place !== undefined) select(place)
    }
    event.preventDefault()
  }
  function select(place: number) {
    setSelected(place)
    document.getElementById(`${name}${place}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  return (
    <>
      <div
        className={classes.scroll}
        ref={scroll}
        role="listbox"
        tabIndex={0}
        aria-label="What is heard when"
        aria-activedescendant={selected === null ? undefined : `${name}${selected}`}
        aria-keyshortcuts="ArrowLeft ArrowRight Alt+ArrowLeft Alt+ArrowRight Enter"
        onKeyDown={onKeyDown}
      >
        <div className={classes.lanes} style={{ width: seconds * scale + 120 }}>
          <div className={classes.lane} aria-hidden>
            <span className={classes.name} />
            <Ruler seconds={seconds} scale={scale} />
          </div>
          {speakers.map((speaker) => (
            <div
              key={speaker ?? ''}
              className={classes.lane}
              role="group"
              aria-label={speaker ?? 'Recordings'}
            >
              <span className={classes.name}>{speaker ?? 'Recordings'}</span>
              <div className={classes.track}>
                {placed.map((piece, at) => {
                  const line = lineOf(piece)
                  if (piece.speaker !== speaker || !line) return null
                  const asset = line.kind === 'clip' ? assetIn(records, line.file) : null
                  return (
                    <Piece
                      // A line of several sentences has several pieces.
                      // oxlint-disable-next-line react/no-array-index-key
                      key={`${line.place}/${at}`}
                      id={
                        placed.findIndex(({ line }) => line === piece.line) === at
                          ? `${name}${line.place}`
                          : `${name}${line.place}/${at}`
                      }
                      piece={piece}
                      scale={scale}
                      words={line.text ?? asset?.name ?? ''}
                      isSelected={selected === line.place}
                      fades={line.kind === 'clip' ? line.edit : null}
                      onSelect={() => setSelected(line.place)}
                      onMove={(by, mergeKey) =>
                        change(
                          'Move line',
                          (script) => setGap(script, line.place, gapBefore(piece.line) + by),
                          mergeKey,
                        )
                      }
                      onTrim={
                        line.kind === 'clip' && asset?.seconds
                          ? (end, by, mergeKey) => {
                              const length = asset.seconds ?? 0
                              const now = { ...untouched, ...line.edit }
                              const part =
                                end === 'start'
                                  ? { start: now.start + by }
                                  : { end: (now.end ?? length) + by }
                              change(
                                'Trim recording',
                                (script) => editClip(script, line.place, part, length),
                                mergeKey,
                              )
                            }
                          : undefined
                      }
                    />
                  )
                })}
              </div>
            </div>
          ))}
          {music.map((piece) => (
            <div key={piece.role} className={classes.lane} aria-hidden>
              <span className={classes.name}>{musicNames[piece.role]}</span>
              <div className={classes.track}>
                <div
                  className={classes.piece}
                  data-kind="music"
                  style={{ left: piece.start * scale, width: piece.seconds * scale }}
                >
                  <Waveform {...piece} />
                </div>
              </div>
            </div>
          ))}
        </div>
      </div>
      {current && (
        <PieceFields
          key={current.place}
          line={current}
          gap={gapBefore(number)}
          asset={current.kind === 'clip' ? assetIn(records, current.file) : null}
          change={change}
        />
      )}
    </>
  )
}

function spoken(line: Line | undefined): Exclude<Line, { kind: 'pause' }> | null {
  return line === undefined || line.kind === 'pause' ? null : line
}

/** Speakers in the script's order, what nobody speaks last. */
function rank({ speakers }: PodcastStep['script'], name: string | null): number {
  const at = speakers.findIndex((speaker) => speaker.name === name)
  return at < 0 ? speakers.length : at
}

function pauseBefore({ chapters }: PodcastStep['script'], line: Line | undefined): number {
  const lines = chapters.flatMap((chapter) => chapter.lines)
  const before = line && lines[lines.indexOf(line) - 1]
  return before?.kind === 'pause' ? before.seconds : 0
}
