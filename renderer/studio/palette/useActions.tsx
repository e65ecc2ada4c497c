import { Text } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBook2,
  IconDeviceMobile,
  IconHome,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconRss,
  IconSend,
  IconStack2,
} from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import type { EditorCommands } from '../app/useCommandKeys.ts'
import { useDocumentState } from '../document/DocumentProvider.tsx'
import { ownerOf } from '../document/places.ts'
import { undoLabels } from '../document/state.ts'
import { useTravel } from '../document/useTravel.ts'
import { useCommands } from '../outline/useCommands.ts'
import { stepEditors } from '../steps/index.ts'
import { shortcut } from '../ui/shortcut.ts'

export type PaletteAction = {
  id: string
  label: string
  keys?: ReactNode
  Icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  run: () => void
}

/** The main commands, those that make sense now. */
export function useActions(commands: EditorCommands): PaletteAction[] {
  const outline = useCommands()
  const travel = useTravel()
  const undo = useDocumentState((state) => undoLabels(state).undo)
  const redo = useDocumentState((state) => undoLabels(state).redo)
  const module = useDocumentState((state) => state.selection.module)
  const series = useDocumentState(({ records, selection }) =>
    selection.module === null ? null : (ownerOf(records, selection.module)?.id ?? null),
  )
  const keys = (text: string) => (
    <Text size="xs" c="dimmed">
      {shortcut(text)}
    </Text>
  )
  const inModule: PaletteAction[] = [
    ...stepEditors.map(({ kind, label, icon }) => ({
      id: `add-${kind}`,
      label: `Add ${label.toLowerCase()}`,
      Icon: icon,
      run: () => void outline.addStep(kind),
    })),
    {
      id: 'preview',
      label: 'Preview',
      keys: keys('mod+shift+P'),
      Icon: IconDeviceMobile,
      run: commands.preview,
    },
    { id: 'publish', label: 'Publish…', Icon: IconSend, run: commands.publish },
    ...(series === null
      ? []
      : [{ id: 'feed', label: 'Podcast feed…', Icon: IconRss, run: () => commands.feed(series) }]),
  ]
  const always: PaletteAction[] = [
    { id: 'add-module', label: 'Add module', Icon: IconBook2, run: () => void outline.addModule(series) },
    { id: 'add-series', label: 'Add series', Icon: IconStack2, run: () => void outline.addSeries() },
    {
      id: 'outline',
      label: 'Show or hide the outline',
      Icon: IconLayoutSidebar,
      run: commands.toggleOutline,
    },
    {
      id: 'settings',
      label: 'Show or hide the settings',
      Icon: IconLayoutSidebarRight,
      run: commands.toggleInspector,
    },
    { id: 'home', label: 'Go to all projects', Icon: IconHome, run: commands.home },
  ]
  // Undo comes last: what Enter would do at once must take nothing away.
  return [
    ...(module === null ? [] : inModule),
    ...always,
    ...(undo === null
      ? []
      : [
          {
            id: 'undo',
            label: `Undo: ${undo}`,
            keys: keys('mod+Z'),
            Icon: IconArrowBackUp,
            run: () => void travel('undo'),
          },
        ]),
    ...(redo === null
      ? []
      : [
          {
            id: 'redo',
            label: `Redo: ${redo}`,
            keys: keys('mod+shift+Z'),
            Icon: IconArrowForwardUp,
            run: () => void travel('redo'),
          },
        ]),
  ]
}
