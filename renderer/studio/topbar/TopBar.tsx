import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import {
  IconDeviceMobile,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconSearch,
  IconSend,
} from '@tabler/icons-react'
import { useDocumentState } from '../document/DocumentProvider.tsx'
import { shortcut } from '../ui/shortcut.ts'
import { HomeButton } from './HomeButton.tsx'
import { ProjectTitle } from './ProjectTitle.tsx'
import { SavedState } from './SavedState.tsx'
import { SchemeToggle } from './SchemeToggle.tsx'
import { UndoRedo } from './UndoRedo.tsx'
import classes from './topbar.module.css'

export type TopBarProps = {
  panels: { outline: boolean; inspector: boolean }
  onTogglePanel: (panel: 'outline' | 'inspector') => void
  onHome: () => void
  onSearch: () => void
  onPreview: () => void
  onPublish: () => void
}

/** What concerns the whole project: its name, whether it is saved, undo, preview, publish. */
export function TopBar({ panels, onTogglePanel, onHome, onSearch, onPreview, onPublish }: TopBarProps) {
  const hasModule = useDocumentState((state) => state.selection.module !== null)
  return (
    <header className={classes.bar}>
      <Group gap={6} wrap="nowrap" className={classes.left}>
        <HomeButton onHome={onHome} />
        <PanelButton
          label="Outline"
          isOpen={panels.outline}
          onToggle={() => onTogglePanel('outline')}
          Icon={IconLayoutSidebar}
        />
        <ProjectTitle />
        <SavedState />
      </Group>
      <Group gap={6} wrap="nowrap">
        <UndoRedo />
        <Tooltip label={`Find and do anything (${shortcut('mod+K')})`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="Commands and search"
            onClick={onSearch}
          >
            <IconSearch size={18} />
          </ActionIcon>
        </Tooltip>
        <SchemeToggle />
        <PanelButton
          label="Settings"
          isOpen={panels.inspector}
          onToggle={() => onTogglePanel('inspector')}
          Icon={IconLayoutSidebarRight}
        />
        <span className={classes.divider} />
        <Button
          variant="default"
          leftSection={<IconDeviceMobile size={17} />}
          onClick={onPreview}
          disabled={!hasModule}
          data-opens="preview"
        >
          Preview
        </Button>
        <Button
          leftSection={<IconSend size={16} />}
          onClick={onPublish}
          disabled={!hasModule}
          data-opens="publish"
        >
          Publish
        </Button>
      </Group>
    </header>
  )
}

function PanelButton({
  label,
  isOpen,
  onToggle,
  Icon,
}: {
  label: string
  isOpen: boolean
  onToggle: () => void
  Icon: typeof IconLayoutSidebar
}) {
  return (
    <Tooltip label={isOpen ? `Hide ${label.toLowerCase()}` : `Show ${label.toLowerCase()}`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`${label} panel`}
        aria-pressed={isOpen}
        onClick={onToggle}
      >
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  )
}
