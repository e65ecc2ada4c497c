import {
  IconAlertTriangle,
  IconBulb,
  IconExclamationCircle,
  IconH2,
  IconH3,
  IconNote,
  IconPilcrow,
  IconQuote,
} from '@tabler/icons-react'
import type { BlockStyle } from '../commands.ts'

/** What a paragraph can be, in the order of the menu; `keys` as `shortcut()` takes them. */
export const blockStyles: readonly {
  style: BlockStyle
  label: string
  icon: typeof IconPilcrow
  keys?: string
  group: 'text' | 'callout'
}[] = [
  { style: 'paragraph', label: 'Text', icon: IconPilcrow, keys: 'mod+alt+0', group: 'text' },
  { style: 'heading-2', label: 'Heading', icon: IconH2, keys: 'mod+alt+2', group: 'text' },
  { style: 'heading-3', label: 'Small heading', icon: IconH3, keys: 'mod+alt+3', group: 'text' },
  { style: 'quote', label: 'Quote', icon: IconQuote, group: 'text' },
  { style: 'note', label: 'Note', icon: IconNote, group: 'callout' },
  { style: 'tip', label: 'Tip', icon: IconBulb, group: 'callout' },
  { style: 'important', label: 'Important', icon: IconExclamationCircle, group: 'callout' },
  { style: 'warning', label: 'Warning', icon: IconAlertTriangle, group: 'callout' },
]
