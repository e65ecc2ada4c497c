import { ActionIcon, Loader, Text, Tooltip } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { clock } from '../../../../../player/views.ts'
import type { Player } from './player.ts'
import classes from './play.module.css'

/** Plays and pauses, and tells where the playhead stands of how much there is. */
export function Transport({ player, seconds }: { player: Player; seconds: number }) {
  const phase = useStore(player.state, (state) => state.phase)
  const at = useStore(player.state, (state) => Math.floor(Math.min(state.seconds, seconds)))
  const isSilent = phase === 'silent'
  return (
    <>
      <Tooltip
        label={
          isSilent
            ? 'Play a listening copy: loudness, compression and noise removal come with the render.'
            : 'Pause'
        }
        multiline
        maw={280}
        position="top-start"
      >
        <ActionIcon
          variant="light"
          radius="xl"
          size={30}
          aria-label={isSilent ? 'Play the timeline' : 'Pause the timeline'}
          aria-keyshortcuts="Space"
          onClick={() => togglePlaying(player)}
        >
          {isSilent ? <IconPlayerPlayFilled size={15} /> : <IconPlayerPauseFilled size={15} />}
        </ActionIcon>
      </Tooltip>
      <Text size="sm" component="span" className={classes.clock}>
        <strong className={classes.time}>{clock(at)}</strong>
        <span className={classes.length}> / {clock(seconds)}</span>
      </Text>
      {phase === 'waiting' && (
        <Loader className={classes.late} size={13} color="gray" aria-label="Loading sound" />
      )}
    </>
  )
}

/** Plays from where the playhead stands, or pauses. */
export function togglePlaying(player: Player): void {
  if (player.state.getState().phase === 'silent') player.play()
  else player.pause()
}
