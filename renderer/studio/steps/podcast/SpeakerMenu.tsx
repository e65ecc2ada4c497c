import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconUserPlus } from '@tabler/icons-react'
import type { Line, Speaker } from '../../../../shared/podcast/script.ts'
import type { EditScript } from './podcast-step.ts'
import { addSpeaker, findLine } from './script-actions.ts'
import classes from './podcast.module.css'

/** Who says a line, and the way to let another one say it. */
export function SpeakerMenu({
  speakers,
  line,
  change,
}: {
  speakers: readonly Speaker[]
  line: Exclude<Line, { kind: 'pause' }>
  change: EditScript
}) {
  const { place, speaker } = line
  const give = (name: string) =>
    change('Change speaker', (record) => {
      const found = findLine(record, place)?.line
      if (found && found.kind !== 'pause') found.speaker = name
    })
  return (
    <Menu position="bottom-start" width={180}>
      <Menu.Target>
        <UnstyledButton className={classes.speaker} aria-label={`Speaker: ${speaker ?? 'Recording'}`}>
          {speaker ?? 'Recording'}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {speakers.map(({ name }) => (
          <Menu.Item
            key={name}
            leftSection={<IconCheck size={14} style={{ opacity: name === speaker ? 1 : 0 }} />}
            onClick={() => give(name)}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserPlus size={14} />}
          onClick={() =>
            change('Add speaker', (record) => {
              const name = addSpeaker(record)
              const found = findLine(record, place)?.line
              if (found && found.kind !== 'pause') found.speaker = name
            })
          }
        >
          Somebody new
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
