import type { KeyboardEvent } from 'react'
import type { Line, Script } from '../../../../shared/podcast/script.ts'
import { focusLine } from './focus.ts'
import type { EditScript } from './podcast-step.ts'
import { findLine, removeLine, splitLine } from './script-actions.ts'
import classes from './podcast.module.css'

/**
 * What a line says. Enter parts it in two at the caret, Backspace at the start of an empty one takes it away, the arrow keys go
 * from line to line.
 */
export function LineWords({
  line,
  script,
  change,
}: {
  line: Exclude<Line, { kind: 'pause' }>
  script: Script
  change: EditScript
}) {
  const words = line.text ?? ''

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const field = event.currentTarget
    const { selectionStart: start, selectionEnd: end } = field
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && line.kind === 'speech') {
      event.preventDefault()
      let added: number | null = null
      change('Split line', (record) => {
        added = splitLine(record, line.place, start)
      })
      if (added !== null) focusLine(added, 0)
    } else if (event.key === 'Enter') event.preventDefault()
    else if (event.key === 'Backspace' && words === '' && line.kind === 'speech') {
      event.preventDefault()
      const before = neighbour(script, line.place, -1)
      change('Delete line', (record) => removeLine(record, line.place))
      if (before !== null) focusLine(before)
    } else if (event.key === 'ArrowUp' && start === 0 && end === 0) {
      const before = neighbour(script, line.place, -1)
      if (before !== null) focusLine(before)
    } else if (event.key === 'ArrowDown' && start === words.length) {
      const after = neighbour(script, line.place, 1)
      if (after !== null) focusLine(after, 0)
    }
  }

  return (
    <textarea
      className={classes.field}
      rows={1}
      dir="auto"
      aria-label={line.speaker === null ? 'What is said in the recording' : `What ${line.speaker} says`}
      placeholder={line.kind === 'clip' ? 'What is said in it, for the transcript' : 'What is said'}
      maxLength={20_000}
      value={words}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        const text = event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, ' ')
        change(
          'Edit line',
          (record) => {
            const found = findLine(record, line.place)?.line
            if (found?.kind === 'speech') found.text = text
            else if (found?.kind === 'clip') found.text = text === '' ? null : text
          },
          `line:${line.place}`,
        )
      }}
    />
  )
}

/** The place of the line with words before or after another. */
function neighbour({ chapters }: Script, place: number, by: -1 | 1): number | null {
  const lines = chapters.flatMap((chapter) => chapter.lines).filter(({ kind }) => kind !== 'pause')
  return lines[lines.findIndex((line) => line.place === place) + by]?.place ?? null
}
