import { Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { projectId } from '../../../shared/model/project.ts'
import { useDocumentState } from '../document/DocumentProvider.tsx'
import { AddStepMenu } from './AddStepMenu.tsx'
import { OutlineTree } from './OutlineTree.tsx'
import { useCommands } from './useCommands.ts'
import classes from './outline.module.css'

/** The left panel: series, modules and steps, in the learner's order. */
export function Outline({ onFeed }: { onFeed: (series: string) => void }) {
  const commands = useCommands()
  const [renaming, setRenaming] = useState<string | null>(null)
  const module = useDocumentState((state) => state.selection.module)
  const series = useDocumentState(({ records }) => {
    const project = records[projectId]
    const all = project?.type === 'project' ? project.series : []
    const own = all.find((id) => {
      const record = records[id]
      return record?.type === 'series' && module !== null && record.modules.includes(module)
    })
    return own ?? all.at(-1) ?? null
  })

  return (
    <nav className={classes.panel} aria-labelledby="outline-title">
      <Group justify="space-between" className={classes.head}>
        <h2 id="outline-title" className={classes.title}>
          Outline
        </h2>
        <Menu position="bottom-end" width={170}>
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              rightSection={<IconChevronDown size={13} />}
              leftSection={<IconPlus size={15} />}
            >
              Add
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => commands.addModule(series)}>Module</Menu.Item>
            <Menu.Item onClick={() => setRenaming(commands.addSeries())}>Series</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <OutlineTree renaming={renaming} setRenaming={setRenaming} onFeed={onFeed} />
      <div className={classes.foot}>
        <AddStepMenu module={module} />
      </div>
    </nav>
  )
}
