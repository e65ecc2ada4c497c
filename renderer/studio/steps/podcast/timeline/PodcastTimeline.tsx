import { ActionIcon, Loader, Text, Tooltip } from '@mantine/core'
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import type { StepEditorProps } from '../../types.ts'
import { dictionaryIn, scriptEditor } from '../podcast-step.ts'
import type { Drawn } from './drawn.ts'
import { Lanes } from './Lanes.tsx'
import { Transport } from './play/Transport.tsx'
import { usePlayer } from './play/usePlayer.ts'
import { useLaidOut } from './useLaidOut.ts'
import classes from './timeline.module.css'

/** Pixels a second at most: a hundredth of one is a pixel. */
const closest = 100

/** Below the canvas: everything that is heard, as it would lie in the episode. */
export function PodcastTimeline(props: StepEditorProps<PodcastStep>) {
  const layout = useLaidOut(props.step, dictionaryIn(props.records))
  const { drawn, isBusy, failure } = layout
  if (drawn === null) {
    if (!isBusy && failure === null) return null
    return (
      <section className={classes.timeline} aria-label="Timeline">
        <div className={classes.bar} role={failure ? 'alert' : 'status'}>
          {failure === null && <Loader size={14} color="gray" />}
          <Text size="sm" c="dimmed">
            {failure
              ? `The timeline is drawn once a line can be spoken. ${failure.message}`
              : 'Speaking the lines for the timeline…'}
          </Text>
        </div>
      </section>
    )
  }
  return <Drawing {...props} drawn={drawn} isBusy={isBusy} problem={failure?.message ?? null} />
}

function Drawing({
  drawn,
  isBusy,
  problem,
  step,
  edit,
}: StepEditorProps<PodcastStep> & { drawn: Drawn; isBusy: boolean; problem: string | null }) {
  const { seconds } = drawn.laidOut
  const change = useMemo(() => scriptEditor(edit, step.id), [edit, step.id])
  const player = usePlayer(drawn)
  const unheard = useStore(player.state, ({ problems }) => problems)
  const told = [...(problem ? [problem] : []), ...drawn.laidOut.unspoken, ...unheard]
  const scroll = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [zoom, setZoom] = useState(1)
  useLayoutEffect(() => {
    const box = scroll.current
    if (!box) return
    const observer = new ResizeObserver(() => setWidth(box.clientWidth))
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  const fit = Math.max(1, (width - 130) / Math.max(1, seconds))
  const scale = Math.min(closest, fit * zoom)

  return (
    <section className={classes.timeline} aria-label="Timeline">
      <div className={classes.bar}>
        <Transport player={player} seconds={seconds} />
        {isBusy && <Loader size={13} color="gray" aria-label="Laying out anew" />}
        {told.length > 0 && (
          <Text size="xs" c="var(--studio-warning-text)" role="alert" truncate title={told.join('\n')}>
            {told.length > 1 && `1 of ${told.length}: `}
            {told[0]}
          </Text>
        )}
        <span className={classes.zoom}>
          <Tooltip label="Zoom out">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label="Zoom out"
              disabled={zoom <= 1}
              onClick={() => setZoom(Math.max(1, zoom / 2))}
            >
              <IconZoomOut size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Zoom in">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label="Zoom in"
              disabled={scale >= closest}
              onClick={() => setZoom(zoom * 2)}
            >
              <IconZoomIn size={16} />
            </ActionIcon>
          </Tooltip>
        </span>
      </div>
      <Lanes
        drawn={drawn}
        script={step.script}
        scale={scale}
        scroll={scroll}
        player={player}
        change={change}
      />
    </section>
  )
}
