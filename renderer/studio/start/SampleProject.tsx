import { Button } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { StartCard } from './StartCard.tsx'

/** Builds the sample series, to look around in. */
export function SampleProject({ onBuild }: { onBuild: () => unknown }) {
  return (
    <StartCard
      title="Look around in the sample"
      description="A finished series of three modules, yours to take apart."
    >
      <Button variant="default" leftSection={<IconSparkles size={16} />} onClick={() => onBuild()}>
        Open the sample
      </Button>
    </StartCard>
  )
}
