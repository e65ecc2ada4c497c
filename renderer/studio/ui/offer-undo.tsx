import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ProjectDocument } from '../document/document.ts'
import { undoLabels } from '../document/state.ts'

/** Says what was done and offers to take it back, as long as it is the newest thing done. */
export function offerUndo(document: ProjectDocument, label: string, sentence: string): void {
  const isNewest = () => undoLabels(document.state.getState()).undo === label
  const id = notifications.show({
    autoClose: 8000,
    withCloseButton: true,
    color: 'gray',
    onClose: () => unsubscribe(),
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{sentence}</Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            if (isNewest()) void document.undo()
            notifications.hide(id)
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  })
  const unsubscribe = document.state.subscribe(() => {
    if (!isNewest()) notifications.hide(id)
  })
}
