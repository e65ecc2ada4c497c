import { ActionIcon, Button, Text } from '@mantine/core'
import { IconMusic, IconX } from '@tabler/icons-react'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import type { StepEditorProps } from '../../types.ts'
import { clock } from '../../../../player/views.ts'
import { assetIn, editPodcast } from '../podcast-step.ts'
import { importSound, soundFiles } from '../sound-files.ts'
import classes from './inspector.module.css'

/** One piece of music: which, and the way to choose another or none. */
export function MusicField({
  step,
  records,
  edit,
  importMedia,
  part,
  label,
  description,
}: StepEditorProps<PodcastStep> & {
  part: 'intro' | 'bed' | 'outro'
  label: string
  description: string
}) {
  const name = label.toLowerCase()
  const asset = assetIn(records, step.script.music[part])

  async function take(file: File) {
    const taken = await importSound(file, importMedia)
    if (taken) editPodcast(edit, step.id, `Choose ${name}`, ({ script }) => (script.music[part] = taken.id))
  }

  return (
    <div>
      <div className={classes.file}>
        <div className={classes.fileWords}>
          <Text size="sm" fw={500}>
            {label}
          </Text>
          <Text size="xs" c="dimmed" title={asset?.name}>
            {asset
              ? `${asset.name}${asset.seconds === null ? '' : `, ${clock(asset.seconds)}`}`
              : description}
          </Text>
        </div>
        <FileButton accept={soundFiles} onFile={(file) => void take(file)}>
          {(choose) => (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconMusic size={13} />}
              aria-label={`${asset ? 'Change' : 'Choose'} the ${name}`}
              onClick={choose}
            >
              {asset ? 'Change' : 'Choose'}
            </Button>
          )}
        </FileButton>
        {asset && (
          <ActionIcon
            size={26}
            variant="subtle"
            color="gray"
            aria-label={`Take the ${name} out`}
            onClick={() =>
              editPodcast(edit, step.id, `Remove ${name}`, ({ script }) => (script.music[part] = null))
            }
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
    </div>
  )
}
