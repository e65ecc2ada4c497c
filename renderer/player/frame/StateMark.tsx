import { Icon } from './Icon.tsx'

/** Whether what it stands in is done or not open yet, which the script says there as `data-state`: a drawing and a word. */
export function StateMark() {
  return (
    <>
      <Icon name="state" />
      <span className="state-word unseen" />
    </>
  )
}
