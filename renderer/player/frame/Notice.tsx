import { Icon } from './Icon.tsx'

/** One quiet sentence about what the learner should know, which they can put away. */
export function Notice({
  sentence,
  dismissWord,
  onDismiss,
}: {
  sentence: string
  dismissWord: string
  onDismiss: () => void
}) {
  return (
    <div className="notice">
      <p>{sentence}</p>
      <button type="button" className="notice-close" aria-label={dismissWord} onClick={onDismiss}>
        <Icon name="notRight" />
      </button>
    </div>
  )
}
