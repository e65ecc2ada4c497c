import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { formatMoment, parseMoment, toMillisecond } from '../../../../shared/model/moment.ts'

/** A moment typed as `m:ss.mmm`. Taken with Enter or on leaving; the arrow keys move it by a frame, with Shift by a second. */
export function TimeField({
  label,
  value,
  step,
  min,
  max,
  onChange,
}: {
  label: string
  /** Seconds, as are `step`, `min` and `max`. */
  value: number
  step: number
  min: number
  max: number
  onChange: (seconds: number) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  function take() {
    if (typed === null) return
    const moment = parseMoment(typed)
    const found = problemWith(moment, min, max)
    setProblem(found)
    if (found !== null || moment === null) return
    setTyped(null)
    if (moment !== value) onChange(moment)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') return take()
    if (event.key === 'Escape') {
      setTyped(null)
      setProblem(null)
      return
    }
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (direction === undefined) return
    event.preventDefault()
    setTyped(null)
    setProblem(null)
    onChange(toMillisecond(Math.min(max, Math.max(min, value + direction * (event.shiftKey ? 1 : step)))))
  }

  return (
    <TextInput
      label={label}
      value={typed ?? formatMoment(value)}
      error={problem}
      inputMode="decimal"
      spellCheck={false}
      styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
      {...(typed === null ? {} : { 'data-own-undo': '' })}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        setProblem(null)
      }}
      onBlur={take}
      onKeyDown={onKeyDown}
    />
  )
}

/** What is wrong with a typed moment, in a sentence; null when it can be taken. */
export function problemWith(moment: number | null, min: number, max: number): string | null {
  if (moment === null) return 'Write minutes, seconds and milliseconds: 1:07.300'
  if (moment < toMillisecond(min)) return `Not before ${formatMoment(min)}`
  if (moment > toMillisecond(max)) return `Not after ${formatMoment(max)}`
  return null
}
