import { IconWaveSine } from '@tabler/icons-react'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import type { ClipLine } from '../../../../shared/podcast/script.ts'
import type { StepEditorProps } from '../types.ts'
import { assetIn } from './podcast-step.ts'
import classes from './podcast.module.css'

/** Which recording is heard on a line. */
export function ClipName({ records, line }: StepEditorProps<PodcastStep> & { line: ClipLine }) {
  const asset = assetIn(records, line.file)
  return (
    <span className={classes.clip} title={asset?.name}>
      <IconWaveSine size={13} aria-hidden />
      <span>{line.speaker === null ? (asset?.name ?? 'Missing file') : 'Recorded'}</span>
    </span>
  )
}
