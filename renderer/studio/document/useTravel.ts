import { useCallback } from 'react'
import { announce } from '../ui/announce.ts'
import { useDocument } from './DocumentProvider.tsx'

/** Undo and redo, said aloud to those who cannot see what changed. */
export function useTravel(): (direction: 'undo' | 'redo') => Promise<void> {
  const document = useDocument()
  return useCallback(
    async (direction) => {
      const event = await document[direction]()
      if (event) announce(`${direction === 'undo' ? 'Undone' : 'Redone'}: ${event.label}`)
      else if (!document.state.getState().failure)
        announce(direction === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.')
    },
    [document],
  )
}
