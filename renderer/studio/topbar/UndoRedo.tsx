import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useDocumentState } from '../document/DocumentProvider.tsx'
import { undoLabels } from '../document/state.ts'
import { useTravel } from '../document/useTravel.ts'
import { shortcut } from '../ui/shortcut.ts'
import classes from './topbar.module.css'

/** One stack over everything: text, structure, media and questions. The labels say what would happen. */
export function UndoRedo() {
  const travel = useTravel()
  const undo = useDocumentState((state) => undoLabels(state).undo)
  const redo = useDocumentState((state) => undoLabels(state).redo)
  return (
    <>
      <Tooltip label={undo === null ? 'Nothing to undo' : `Undo ${lowered(undo)} (${shortcut('mod+Z')})`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={classes.travel}
          aria-label={undo === null ? 'Undo' : `Undo ${lowered(undo)}`}
          aria-disabled={undo === null}
          data-disabled={undo === null || undefined}
          onClick={() => void travel('undo')}
        >
          <IconArrowBackUp size={19} />
        </ActionIcon>
      </Tooltip>
      <Tooltip
        label={redo === null ? 'Nothing to redo' : `Redo ${lowered(redo)} (${shortcut('mod+shift+Z')})`}
      >
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={classes.travel}
          aria-label={redo === null ? 'Redo' : `Redo ${lowered(redo)}`}
          aria-disabled={redo === null}
          data-disabled={redo === null || undefined}
          onClick={() => void travel('redo')}
        >
          <IconArrowForwardUp size={19} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}

function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}
