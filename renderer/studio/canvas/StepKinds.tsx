import { Text, UnstyledButton } from '@mantine/core'
import { stepEditors } from '../steps/index.ts'
import { useCommands } from '../outline/useCommands.ts'
import classes from './canvas.module.css'

/** One button a kind of step. */
export function StepKinds({ module }: { module: string }) {
  const commands = useCommands()
  return (
    <div className={classes.kinds}>
      {stepEditors.map(({ kind, label, description, icon: Icon }) => (
        <UnstyledButton key={kind} className={classes.kind} onClick={() => commands.addStep(kind, module)}>
          <span className={classes.kindIcon}>
            <Icon size={20} stroke={1.7} />
          </span>
          <span>
            <Text component="span" display="block" size="sm" fw={600}>
              {label}
            </Text>
            <Text component="span" display="block" size="xs" c="dimmed">
              {description}
            </Text>
          </span>
        </UnstyledButton>
      ))}
    </div>
  )
}
