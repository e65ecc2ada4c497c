import { Button, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { projectId } from '../../../shared/model/project.ts'
import { useDocumentState } from '../document/DocumentProvider.tsx'
import { useCommands } from '../outline/useCommands.ts'
import classes from './canvas.module.css'

/** Nothing to show yet: teaches the first step, or where to go on. */
export function NothingSelected() {
  const commands = useCommands()
  const hasModules = useDocumentState(({ records }) =>
    Object.values(records).some((record) => record.type === 'module'),
  )
  const series = useDocumentState(({ records }) => {
    const project = records[projectId]
    return project?.type === 'project' ? (project.series.at(-1) ?? null) : null
  })
  return (
    <div className={classes.center}>
      <div className={classes.welcome}>
        <Title order={1} size="h2">
          {hasModules ? 'Choose a module' : 'Start with a module'}
        </Title>
        <Text c="dimmed">
          {hasModules
            ? 'Pick one in the outline to see it as a learner will.'
            : 'A module teaches one thing in about five minutes: a page to read, a video to watch, a few questions to answer.'}
        </Text>
        <Button leftSection={<IconPlus size={16} />} onClick={() => commands.addModule(series)}>
          {hasModules ? 'Add a module' : 'Add the first module'}
        </Button>
      </div>
    </div>
  )
}
