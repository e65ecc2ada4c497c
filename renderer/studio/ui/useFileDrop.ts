import { type DragEvent, useState } from 'react'

/** Lets files be dropped on an element: spread `handlers` on it. */
export function useFileDrop(onFiles: (files: File[]) => void) {
  const [depth, setDepth] = useState(0)
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  const handlers = {
    onDragEnter: (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setDepth((before) => before + 1)
    },
    onDragLeave: (event: DragEvent) => {
      if (holdsFiles(event)) setDepth((before) => Math.max(0, before - 1))
    },
    onDragOver: (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setDepth(0)
      onFiles([...event.dataTransfer.files])
    },
  }
  return { isOver: depth > 0, handlers }
}
