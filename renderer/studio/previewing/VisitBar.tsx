import { Button, Tooltip } from '@mantine/core'
import { IconPlayerPlay, IconRefresh, IconSquareX } from '@tabler/icons-react'
import classes from './preview.module.css'

/** What the learner may do to the visit as a whole. */
export function VisitBar({
  isReady,
  isOpen,
  onRestart,
  onResume,
  onCloseTab,
}: {
  isReady: boolean
  isOpen: boolean
  onRestart: () => void
  onResume: () => void
  onCloseTab: () => void
}) {
  return (
    <div className={classes.bar} role="group" aria-label="The visit">
      <Tooltip label="The LMS forgets this learner, and the module opens anew">
        <Button
          size="xs"
          variant="default"
          disabled={!isReady}
          leftSection={<IconRefresh size={15} />}
          onClick={onRestart}
        >
          Restart
        </Button>
      </Tooltip>
      <Tooltip label={isOpen ? 'Leaves the module and opens it again' : 'Opens the module again'}>
        <Button
          size="xs"
          variant="default"
          disabled={!isReady}
          leftSection={<IconPlayerPlay size={15} />}
          onClick={onResume}
        >
          Resume
        </Button>
      </Tooltip>
      <Tooltip label="Ends the page without a goodbye, as a killed browser does">
        <Button
          size="xs"
          variant="default"
          disabled={!isReady || !isOpen}
          leftSection={<IconSquareX size={15} />}
          onClick={onCloseTab}
        >
          Close the tab now
        </Button>
      </Tooltip>
    </div>
  )
}
