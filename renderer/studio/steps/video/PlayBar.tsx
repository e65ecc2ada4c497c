import { ActionIcon, Button, Text, Tooltip } from '@mantine/core'
import {
  IconArrowsSplit2,
  IconPhoto,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { formatMoment, toMillisecond } from '../../../../shared/model/moment.ts'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import type { EditFunction } from '../types.ts'
import { playback, playOrPause, seek } from './playback.ts'
import { keptSeconds, splitAt } from './ranges.ts'
import { editVideo, type Trim } from './video-step.ts'
import classes from './video.module.css'

/** Play, step by frames, cut in two, take the poster; and how long what is kept plays. */
export function PlayBar({ step, trim, edit }: { step: VideoStep; trim: Trim; edit: EditFunction }) {
  const time = useStore(playback, (state) => state.time)
  const isPlaying = useStore(playback, (state) => state.isPlaying)
  const { ranges, frame, seconds } = trim
  const halves = splitAt(ranges, time)
  return (
    <div className={classes.playBar}>
      <IconAction label="One frame back" onClick={() => seek(time - frame)}>
        <IconPlayerTrackPrev size={17} />
      </IconAction>
      <IconAction label={isPlaying ? 'Pause' : 'Play what is kept'} onClick={() => playOrPause(ranges)}>
        {isPlaying ? <IconPlayerPauseFilled size={18} /> : <IconPlayerPlayFilled size={18} />}
      </IconAction>
      <IconAction label="One frame on" onClick={() => seek(time + frame)}>
        <IconPlayerTrackNext size={17} />
      </IconAction>
      <Text size="sm" className={classes.clock} aria-label="Moment shown">
        {formatMoment(time)}
      </Text>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconPhoto size={15} />}
        onClick={() =>
          editVideo(
            edit,
            step.id,
            'Set poster',
            (record) => (record.poster = toMillisecond(playback.getState().time)),
          )
        }
      >
        Poster from this frame
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconArrowsSplit2 size={15} />}
        disabled={halves.length === ranges.length}
        onClick={() => trim.setRanges('Split video', halves)}
      >
        Split here
      </Button>
      <Text size="sm" c="dimmed" ml="auto" className={classes.clock}>
        Keeps {formatMoment(keptSeconds(ranges))} of {formatMoment(seconds)}
      </Text>
    </div>
  )
}

function IconAction({
  label,
  onClick,
  children,
}: {
  label: string
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
