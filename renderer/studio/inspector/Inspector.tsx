import { useDocumentState } from '../document/DocumentProvider.tsx'
import { ModuleInspector } from './ModuleInspector.tsx'
import { StepInspector } from './StepInspector.tsx'
import { Text } from '@mantine/core'
import classes from './inspector.module.css'

/** The right panel: what is selected, explained, with the settings that cannot be edited in place. */
export function Inspector() {
  const { module, step } = useDocumentState((state) => state.selection)
  const isLoaded = useDocumentState((state) => module !== null && state.loaded.has(module))
  return (
    <aside className={classes.panel} aria-label="Settings">
      {module === null || !isLoaded ? (
        <Text size="sm" c="dimmed" p="md">
          The settings of what you select appear here.
        </Text>
      ) : step === null ? (
        <ModuleInspector key={module} id={module} />
      ) : (
        <StepInspector key={step} module={module} id={step} />
      )}
    </aside>
  )
}
