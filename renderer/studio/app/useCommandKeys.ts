import { useEffect, useEffectEvent } from 'react'
import { desktopBridge } from '../client/bridge.ts'
import { useTravel } from '../document/useTravel.ts'

export type EditorCommands = {
  home: () => void
  preview: () => void
  publish: () => void
  /** The podcast feed of a series. */
  feed: (series: string) => void
  find: () => void
  toggleOutline: () => void
  toggleInspector: () => void
}

/**
 * The keys that work everywhere, and the desktop menu's commands. Undo is the project's also inside text; a field that
 * holds something the project does not know yet says so with `data-own-undo`. Ctrl/⌘+K makes a link of selected words; the
 * text says so with `data-own-find`, and everywhere else it finds.
 */
export function useCommandKeys(commands: EditorCommands): void {
  const travel = useTravel()
  const run = useEffectEvent((command: Exclude<keyof EditorCommands, 'feed'>) => commands[command]())

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = travelDirection(event)
      if (direction) {
        if (event.target instanceof Element && event.target.closest('[data-own-undo]')) return
        event.preventDefault()
        event.stopPropagation()
        void travel(direction)
        return
      }
      const command = commandOf(event)
      if (!command) return
      if (command === 'find' && event.target instanceof Element && event.target.closest('[data-own-find]'))
        return
      event.preventDefault()
      run(command)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [travel])

  useEffect(() => {
    return desktopBridge()?.onMenuCommand((command) => {
      if (command === 'undo' || command === 'redo') void travel(command)
      else if (command === 'find' || command === 'preview' || command === 'publish') run(command)
    })
  }, [travel])
}

/** Ctrl/⌘+Z, Shift+Ctrl/⌘+Z, Ctrl+Y. */
function travelDirection(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : null
}

function commandOf(event: KeyboardEvent): 'find' | 'preview' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'k' && !event.shiftKey) return 'find'
  return key === 'p' && event.shiftKey ? 'preview' : null
}
