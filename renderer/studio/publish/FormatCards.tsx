import { Radio, Text } from '@mantine/core'
import type { BundleFormat } from '../../../shared/contract/publish.ts'
import type { TargetProfile } from '../../../shared/lms/profiles.ts'
import { formats } from './formats.ts'
import classes from './publish.module.css'

/** The formats to choose from, a sentence each; the one that suits the LMS best says so. */
export function FormatCards({
  value,
  best,
  onChange,
}: {
  value: BundleFormat
  best: TargetProfile
  onChange: (format: BundleFormat) => void
}) {
  return (
    <Radio.Group
      value={value}
      onChange={(next) => {
        const card = formats.find(({ format }) => format === next)
        if (card) onChange(card.format)
      }}
      label="Format"
    >
      <div className={classes.formats}>
        {formats.map(({ format, label, description, Icon }) => (
          <Radio.Card key={format} value={format} className={classes.format}>
            <Icon size={22} stroke={1.6} />
            <span>
              <Text component="span" display="block" size="sm" fw={600}>
                {label}
                {format === best.format && <span className={classes.best}>{inWords(best)}</span>}
              </Text>
              <Text component="span" display="block" size="xs" c="dimmed">
                {description}
              </Text>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}

/** Why the format is the one chosen beforehand: `Best for Canvas`. */
function inWords({ id, name }: TargetProfile): string {
  return id === 'generic' ? 'Taken everywhere' : `Best for ${name.replace(/ \(.*\)$/, '')}`
}
