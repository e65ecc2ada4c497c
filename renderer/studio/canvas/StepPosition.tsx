import { ActionIcon, Anchor, Text, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { nameOf } from '../outline/names.ts'
import classes from './canvas.module.css'

/** Which step of which module this is, with the way to its neighbours. */
export function StepPosition({ module, step }: { module: string; step: string }) {
  const { select } = useDocument()
  const record = useDocumentState((state) => state.records[module])
  if (record?.type !== 'module') return null
  const index = record.steps.indexOf(step)
  const go = (to: string | undefined) => to !== undefined && select({ module, step: to })
  return (
    <div className={classes.position}>
      <Anchor component="button" size="sm" c="dimmed" truncate onClick={() => select({ module, step: null })}>
        {nameOf(record)}
      </Anchor>
      <div className={classes.steps}>
        <NeighbourButton
          label="Previous step"
          to={record.steps[index - 1]}
          onGo={go}
          Icon={IconChevronLeft}
        />
        <Text size="sm" c="dimmed" className={classes.count}>
          {index + 1} of {record.steps.length}
        </Text>
        <NeighbourButton label="Next step" to={record.steps[index + 1]} onGo={go} Icon={IconChevronRight} />
      </div>
    </div>
  )
}

function NeighbourButton({
  label,
  to,
  onGo,
  Icon,
}: {
  label: string
  to: string | undefined
  onGo: (to: string | undefined) => void
  Icon: typeof IconChevronLeft
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={label}
        disabled={to === undefined}
        onClick={() => onGo(to)}
      >
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  )
}
