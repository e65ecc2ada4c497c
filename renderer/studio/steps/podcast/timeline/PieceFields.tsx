import { Button, NumberInput, Text } from '@mantine/core'
import { IconCursorText, IconPlayerPlay } from '@tabler/icons-react'
import type { Asset } from '../../../../../shared/model/asset.ts'
import type { ClipEdit, Line } from '../../../../../shared/podcast/script.ts'
import { focusLine } from '../focus.ts'
import type { EditScript } from '../podcast-step.ts'
import { editClip, setGap, untouched } from './timeline-actions.ts'
import classes from './timeline.module.css'

/** The selected line in numbers: the silence before it and, of a recording, what is heard of it and how. */
export function PieceFields({
  line,
  gap,
  asset,
  onPlay,
  change,
}: {
  line: Exclude<Line, { kind: 'pause' }>
  /** Seconds of silence before it now. */
  gap: number
  asset: Asset | null
  /** Plays from where it begins. */
  onPlay: () => void
  change: EditScript
}) {
  const { place } = line
  const length = asset?.seconds ?? 0
  const edit = line.kind === 'clip' ? { ...untouched, ...line.edit } : null
  const set = (label: string, part: Partial<ClipEdit>) =>
    change(
      label,
      (script) => editClip(script, place, part, length),
      `clip:${place}:${Object.keys(part).join()}`,
    )
  return (
    <div className={classes.fields}>
      <Field
        label="Silence before"
        unit=" s"
        value={Math.round(gap * 100) / 100}
        min={-10}
        max={60}
        step={0.1}
        onChange={(seconds) =>
          change('Move line', (script) => setGap(script, place, seconds), `gap:${place}`)
        }
      />
      {edit && length > 0 && (
        <>
          <Field
            label="From"
            unit=" s"
            value={edit.start}
            min={0}
            max={length}
            step={0.1}
            onChange={(start) => set('Trim recording', { start })}
          />
          <Field
            label="To"
            unit=" s"
            value={edit.end ?? Math.round(length * 100) / 100}
            min={0}
            max={Math.round(length * 100) / 100}
            step={0.1}
            onChange={(end) => set('Trim recording', { end })}
          />
          <Field
            label="Gain"
            unit=" dB"
            value={edit.gain}
            min={-40}
            max={40}
            step={1}
            onChange={(gain) => set('Set gain', { gain })}
          />
          <Field
            label="Fade in"
            unit=" s"
            value={edit.fadeIn}
            min={0}
            max={30}
            step={0.1}
            onChange={(fadeIn) => set('Fade recording', { fadeIn })}
          />
          <Field
            label="Fade out"
            unit=" s"
            value={edit.fadeOut}
            min={0}
            max={30}
            step={0.1}
            onChange={(fadeOut) => set('Fade recording', { fadeOut })}
          />
        </>
      )}
      <Button size="compact-xs" variant="default" leftSection={<IconPlayerPlay size={14} />} onClick={onPlay}>
        Play from this line
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconCursorText size={14} />}
        onClick={() => focusLine(place)}
      >
        Edit its words
      </Button>
      {line.kind === 'speech' && (
        <Text size="xs" c="dimmed">
          Drag it, or press Alt and an arrow key, to move it and all that follows.
        </Text>
      )}
    </div>
  )
}

function Field({
  label,
  unit,
  value,
  min,
  max,
  step,
  onChange,
}: {
  label: string
  unit: string
  value: number
  min: number
  max: number
  step: number
  onChange: (value: number) => void
}) {
  return (
    <NumberInput
      size="xs"
      w={104}
      label={label}
      suffix={unit}
      value={value}
      min={min}
      max={max}
      step={step}
      decimalScale={2}
      clampBehavior="blur"
      onChange={(next) => {
        if (typeof next === 'number' && next >= min && next <= max) onChange(next)
      }}
    />
  )
}
