import { Text } from '@mantine/core'
import { useId } from 'react'
import type { BundleFormat } from '../../../shared/contract/publish.ts'
import type { TargetProfile } from '../../../shared/lms/profiles.ts'
import { formats } from './formats.ts'
import classes from './publish.module.css'

/**
 * The formats to choose from, a sentence each; the one that suits the LMS best says so. Native radio buttons below the cards:
 * one stop of the Tab key, and arrows from card to card.
 */
export function FormatCards({
  value,
  best,
  onChange,
}: {
  value: BundleFormat
  best: TargetProfile
  onChange: (format: BundleFormat) => void
}) {
  const id = useId()
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <Text id={id} size="sm" fw={500}>
        Format
      </Text>
      <div className={classes.formats}>
        {formats.map(({ format, label, description, Icon }) => (
          <label key={format} className={classes.format} data-checked={format === value || undefined}>
            <input
              type="radio"
              name={id}
              checked={format === value}
              aria-labelledby={`${id}-${format}`}
              aria-describedby={`${id}-${format}-what`}
              onChange={() => onChange(format)}
            />
            <Icon size={22} stroke={1.6} />
            <span>
              <Text component="span" display="block" size="sm" fw={600} id={`${id}-${format}`}>
                {label}
                {format === best.format && <span className={classes.best}>{inWords(best)}</span>}
              </Text>
              <Text component="span" display="block" size="xs" c="dimmed" id={`${id}-${format}-what`}>
                {description}
              </Text>
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}

/** Why the format is the one chosen beforehand: `Best for Canvas`. */
function inWords({ id, name }: TargetProfile): string {
  return id === 'generic' ? 'Taken everywhere' : `Best for ${name.replace(/ \(.*\)$/, '')}`
}
