import { Button, Text } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { StudioError } from '../../../../../shared/errors.ts'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { tellFailure } from '../../../ui/tell-failure.tsx'
import type { StepEditorProps } from '../../types.ts'
import { assetIn, editPodcast } from '../podcast-step.ts'
import { makeCover } from '../cover/make-cover.ts'
import classes from './inspector.module.css'

/** The square picture that players show: one of the designer's, or one made from the title. */
export function CoverField(props: StepEditorProps<PodcastStep>) {
  const { step, records, edit, mediaUrl, importMedia } = props
  const cover = assetIn(records, step.script.cover)

  async function take(file: File) {
    const taken = await importMedia(file)
    if (!taken) return
    if (taken.extension === 'png' || taken.extension === 'jpg')
      editPodcast(edit, step.id, 'Choose cover', ({ script }) => (script.cover = taken.id))
    else
      tellFailure(
        new StudioError('file-kind-unknown', { name: file.name, accepted: 'PNG and JPEG pictures' }),
      )
  }

  return (
    <div className={classes.cover}>
      {cover ? (
        <img src={mediaUrl(cover)} alt="Cover" width={72} height={72} />
      ) : (
        <span className={classes.noCover}>
          <IconPhoto size={22} stroke={1.5} />
        </span>
      )}
      <div className={classes.coverWords}>
        <Text size="xs" c="dimmed">
          {cover
            ? 'Square, at least 1400 pixels.'
            : 'One is made from the title when the episode is rendered.'}
        </Text>
        <div className={classes.row}>
          <FileButton accept="image/png,image/jpeg,.png,.jpg,.jpeg" onFile={(file) => void take(file)}>
            {(choose) => (
              <Button size="compact-xs" variant="default" onClick={choose}>
                Choose
              </Button>
            )}
          </FileButton>
          <Button size="compact-xs" variant="default" onClick={() => void makeCover(props)}>
            Make from title
          </Button>
        </div>
      </div>
    </div>
  )
}
