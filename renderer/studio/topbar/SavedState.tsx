import { Anchor, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconDots } from '@tabler/icons-react'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { savingOf } from '../document/state.ts'
import classes from './topbar.module.css'

/** Whether everything on the screen is on disk. Says so only when it is. */
export function SavedState() {
  const document = useDocument()
  const saving = useDocumentState(savingOf)
  return (
    <div className={classes.saved} role="status" data-saving={saving}>
      {saving === 'saved' && (
        <Text size="xs" c="dimmed" component="span" className={classes.savedText}>
          <IconCheck size={14} aria-hidden /> Saved
        </Text>
      )}
      {saving === 'saving' && (
        <Text size="xs" c="dimmed" component="span" className={classes.savedText}>
          <IconDots size={14} aria-hidden /> Saving…
        </Text>
      )}
      {saving === 'not-saved' && (
        <Text size="xs" component="span" className={classes.notSaved}>
          <IconAlertTriangle size={14} aria-hidden /> Not saved
          <Anchor
            component="button"
            size="xs"
            onClick={() => void document.flush()}
            c="inherit"
            underline="always"
          >
            Try again
          </Anchor>
        </Text>
      )}
    </div>
  )
}
