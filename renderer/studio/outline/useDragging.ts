import {
  type CollisionDetection,
  type DndContextProps,
  type DragMoveEvent,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useRef, useState } from 'react'
import { useDocument } from '../document/DocumentProvider.tsx'
import { dropPlace } from './drop.ts'
import { nameOf } from './names.ts'
import { useCommands } from './useCommands.ts'

/** The line a dragged row is over, and where in it: above it, below it, or inside what it stands for. */
export type DropMark = { line: string; half: 'upper' | 'lower' | 'inside' }

/** How long a closed row is hovered before it opens, in milliseconds. */
const openAfter = 600

const collisions: CollisionDetection = (argument) => pointerWithin(argument)

/** Dragging rows of the outline with the pointer. The keyboard has Alt+arrows for the same. */
export function useDragging(setExpanded: (id: string, isExpanded: boolean) => void) {
  const document = useDocument()
  const commands = useCommands()
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<DropMark | null>(null)
  const opening = useRef<{ id: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const records = () => document.state.getState().records

  function markOf({ active, over: target, activatorEvent, delta }: DragMoveEvent): DropMark | null {
    if (!target) return null
    const line = String(target.id)
    const startY = (activatorEvent as PointerEvent).clientY
    const half = startY + delta.y < target.rect.top + target.rect.height / 2 ? 'upper' : 'lower'
    const place = dropPlace(records(), String(active.id), line, half)
    if (!place) return null
    return { line, half: records()[line]?.type === records()[String(active.id)]?.type ? half : 'inside' }
  }

  function openSoon(line: string | null) {
    if (opening.current?.id === line) return
    if (opening.current) clearTimeout(opening.current.timer)
    opening.current =
      line === null ? null : { id: line, timer: setTimeout(() => setExpanded(line, true), openAfter) }
  }

  function end() {
    openSoon(null)
    setDragged(null)
    setOver(null)
  }

  const context: DndContextProps = {
    sensors,
    collisionDetection: collisions,
    autoScroll: { threshold: { x: 0, y: 0.15 } },
    onDragStart: ({ active }) => setDragged(String(active.id)),
    onDragMove: (event) => {
      const mark = markOf(event)
      openSoon(mark?.half === 'inside' ? mark.line : null)
      setOver((before) => (before?.line === mark?.line && before?.half === mark?.half ? before : mark))
    },
    onDragCancel: end,
    onDragEnd: (event) => {
      const mark = markOf(event)
      const id = String(event.active.id)
      const place = mark && dropPlace(records(), id, mark.line, mark.half === 'upper' ? 'upper' : 'lower')
      if (place) commands.move(id, place)
      end()
    },
    accessibility: {
      screenReaderInstructions: { draggable: 'Hold Alt and press the up or down arrow to move this.' },
      announcements: {
        onDragStart: ({ active }) => `Picked up ${nameOf(records()[String(active.id)])}.`,
        onDragOver: () => undefined,
        onDragEnd: ({ active }) => `Put down ${nameOf(records()[String(active.id)])}.`,
        onDragCancel: () => 'Nothing was moved.',
      },
    },
  }

  return { context, dragged, over }
}
