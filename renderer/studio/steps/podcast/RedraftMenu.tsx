import { Button, Menu } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import { useDocument } from '../../document/DocumentProvider.tsx'
import { offerUndo } from '../../ui/offer-undo.tsx'
import type { StepEditorProps } from '../types.ts'
import { draftLabel, useDraft } from './useDraft.ts'

/** Drafts the whole script anew; what was written is one undo away. */
export function RedraftMenu(props: StepEditorProps<PodcastStep>) {
  const document = useDocument()
  const { draft, isReady, hasWords } = useDraft(props)
  if (!hasWords) return null
  const redraft = (speakers: 1 | 2) => {
    draft(speakers)
    offerUndo(document, draftLabel, 'The script was drafted anew from the module.')
  }
  return (
    <Menu position="top-end" width={220}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconSparkles size={15} />}
          disabled={!isReady}
        >
          Draft anew
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => redraft(2)}>For two speakers</Menu.Item>
        <Menu.Item onClick={() => redraft(1)}>For one speaker</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
