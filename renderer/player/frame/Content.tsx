import type { Html } from '../../../shared/bundle/format.ts'

/**
 * Compiled rich text. `Html` comes from `compile` alone, which escapes every authored word and lets only its own tags and
 * safe links through: this is the one place of the player that trusts HTML.
 */
export function Content({ html, className = 'content' }: { html: Html; className?: string }) {
  // oxlint-disable-next-line react/no-danger
  return html === '' ? null : <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
}

/** The same for a run of text without blocks. */
export function InlineContent({ html, className }: { html: Html; className?: string }) {
  // oxlint-disable-next-line react/no-danger
  return <span className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
