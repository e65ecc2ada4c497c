import { useRef, useState } from 'react'
import classes from './outline.module.css'

/** Renames in place: Enter and leaving keep the new name, Escape throws it away. */
export function RowTitleField({
  title,
  label,
  onDone,
}: {
  title: string
  label: string
  onDone: (title: string | null) => void
}) {
  const [value, setValue] = useState(title)
  const isOver = useRef(false)
  const finish = (name: string | null) => {
    if (isOver.current) return
    isOver.current = true
    onDone(name)
  }
  return (
    <input
      className={classes.field}
      aria-label={label}
      value={value}
      maxLength={300}
      // The field appears because it was asked for: the keyboard belongs in it.
      ref={(element) => element?.focus()}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setValue(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={() => finish(value.trim())}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') finish(value.trim())
        if (event.key === 'Escape') finish(null)
      }}
    />
  )
}
