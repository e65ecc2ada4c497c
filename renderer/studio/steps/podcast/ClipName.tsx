import { IconWaveSine } from '@tabler/icons-react'
import type { Asset } from '../../../../shared/model/asset.ts'
import classes from './podcast.module.css'

/** Which recording is heard on a line. `isSpoken`: it is somebody's line, and its words stand below. */
export function ClipName({ asset, isSpoken }: { asset: Asset | null; isSpoken: boolean }) {
  return (
    <span className={classes.clip} title={asset?.name}>
      <IconWaveSine size={13} aria-hidden />
      <span>{isSpoken ? 'Recorded' : (asset?.name ?? 'Missing file')}</span>
    </span>
  )
}
