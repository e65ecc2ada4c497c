import { NumberInput, Switch } from '@mantine/core'

/** A percentage that may be asked for or not: a switch, and once it is on, how much. */
export function NeededPercent({
  label,
  percentLabel,
  description,
  percentDescription,
  usual,
  min = 1,
  value,
  onSwitch,
  onPercent,
}: {
  label: string
  percentLabel: string
  /** What it means now, on or off. */
  description: string
  percentDescription?: string
  /** What is asked for when the switch is first turned on. */
  usual: number
  min?: number
  value: number | null
  onSwitch: (value: number | null) => void
  onPercent: (value: number) => void
}) {
  return (
    <>
      <Switch
        label={label}
        description={description}
        checked={value !== null}
        onChange={(event) => onSwitch(event.currentTarget.checked ? usual : null)}
      />
      {value !== null && (
        <NumberInput
          label={percentLabel}
          {...(percentDescription === undefined ? {} : { description: percentDescription })}
          value={value}
          min={min}
          max={100}
          suffix=" %"
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(percent) => {
            if (typeof percent === 'number') onPercent(percent)
          }}
        />
      )}
    </>
  )
}
