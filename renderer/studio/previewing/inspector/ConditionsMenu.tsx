import { Button, Popover, Radio, Stack, Switch } from '@mantine/core'
import { IconAdjustments } from '@tabler/icons-react'
import type { LmsBehaviour, PreviewConditions } from '../../../../shared/bundle/preview-conditions.ts'
import { lmsOptions, strictWords, unloadWords } from '../words/conditions.ts'
import classes from './inspector.module.css'

/** How the LMS behaves: what can go wrong with one, each a click away. */
export function ConditionsMenu({
  conditions,
  onChange,
  isOpen,
  onOpen,
}: {
  conditions: PreviewConditions
  onChange: (conditions: PreviewConditions) => void
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}) {
  return (
    <Popover
      opened={isOpen}
      onChange={onOpen}
      position="bottom-end"
      width={372}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconAdjustments size={15} />}
          onClick={() => onOpen(!isOpen)}
        >
          Behaviour
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="How the LMS behaves" className={classes.menu ?? ''}>
        <Radio.Group
          label="The LMS"
          value={conditions.lms}
          onChange={(lms) => onChange({ ...conditions, lms: lms as LmsBehaviour })}
        >
          <Stack gap={10} mt={8}>
            {lmsOptions.map(({ value, label, sentence }) => (
              <Radio key={value} size="sm" value={value} label={label} description={sentence} />
            ))}
          </Stack>
        </Radio.Group>
        <Stack gap={10} className={classes.switches ?? ''}>
          <Switch
            size="sm"
            label={strictWords.label}
            description={strictWords.sentence}
            checked={conditions.isStrict}
            onChange={({ currentTarget }) => onChange({ ...conditions, isStrict: currentTarget.checked })}
          />
          <Switch
            size="sm"
            label={unloadWords.label}
            description={unloadWords.sentence}
            checked={conditions.blocksUnload}
            onChange={({ currentTarget }) => onChange({ ...conditions, blocksUnload: currentTarget.checked })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
