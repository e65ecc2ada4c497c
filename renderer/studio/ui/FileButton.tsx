import { FileButton as MantineFileButton } from '@mantine/core'
import { type ReactNode, useRef } from 'react'

/** Lets a person choose one file; the button itself is drawn by `children`. */
export function FileButton({
  accept,
  onFile,
  children,
}: {
  accept: string
  onFile: (file: File) => void
  children: (choose: () => void) => ReactNode
}) {
  const reset = useRef<() => void>(null)
  return (
    <MantineFileButton
      accept={accept}
      resetRef={reset}
      onChange={(file) => {
        // Emptied, so that choosing the same file again is a choice too.
        reset.current?.()
        if (file) onFile(file)
      }}
    >
      {({ onClick }) => children(onClick)}
    </MantineFileButton>
  )
}
