import type { KeyboardEvent } from 'react'
import type { Line } from '../../../../shared/podcast/script.ts'
import { focusLine, focusNeighbour } from './focus.ts'
import type { EditScript } from './podcast-step.ts'
import { findLine, removeLine, splitLine } from './script-actions.ts'
import classes from './podcast.module.css'

/**
 * What a line says. Enter parts it in two at the caret, Backspace at the start of an empty one takes it away, the arrow keys go
 * from line to line.
 */
export function LineWords({ line, change }: { line: Exclude<Line, { kind: 'pause' }>; change: EditScript }) {
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
      focusNeighbour(field, -1)
      change('Delete line', (record) => removeLine(record, line.place))
    } else if (event.key === 'ArrowUp' && start === 0 && end === 0) {
      event.preventDefault()
      focusNeighbour(field, -1)
    } else if (event.key === 'ArrowDown' && start === words.length) {
      event.preventDefault()
      focusNeighbour(field, 1)
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
