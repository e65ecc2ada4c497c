import { useEffect, useRef } from 'react'
import { useDocument } from '../document/DocumentProvider.tsx'
import { rename } from '../outline/actions.ts'
import classes from './canvas.module.css'

/** A title edited where the learner reads it. It grows with its words; Enter leaves it, because a title is one line. */
export function TitleField({
  id,
  title,
  label,
  placeholder,
}: {
  id: string
  title: string
  label: string
  placeholder: string
}) {
  const { edit } = useDocument()
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    // What was just made has no name yet: the keyboard belongs where one is given.
    if (field.current?.value === '') field.current.focus({ preventScroll: true })
  }, [])

  return (
    <textarea
      className={classes.titleField}
      aria-label={label}
      placeholder={placeholder}
      rows={1}
      ref={field}
      maxLength={300}
      value={title}
      onChange={(event) => {
        const next = event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, ' ')
        edit('Edit title', (draft) => rename(draft, id, next), { mergeKey: `title:${id}` })
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.currentTarget.blur()
      }}
    />
  )
}
