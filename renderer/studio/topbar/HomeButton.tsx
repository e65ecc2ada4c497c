import { ActionIcon, Tooltip } from '@mantine/core'
import icon from '../theme/icon.svg'

/** Back to the start screen. */
export function HomeButton({ onHome }: { onHome: () => void }) {
  return (
    <Tooltip label="All projects">
      <ActionIcon variant="transparent" size="lg" aria-label="All projects" onClick={onHome}>
        <img src={icon} alt="" width={24} height={24} />
      </ActionIcon>
    </Tooltip>
  )
}
