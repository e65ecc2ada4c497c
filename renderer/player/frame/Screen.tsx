import type { ReactNode } from 'react'

/**
 * One screen of the page. All are written into it; the script takes out those that are not shown. `reason` says what a step
 * of a restricted module waits for.
 */
export function Screen({
  name,
  className = '',
  isFirst,
  reason,
  children,
}: {
  name: string
  className?: string
  isFirst: boolean
  reason?: string | undefined
  children: ReactNode
}) {
  return (
    <div className={`screen ${className}`} data-step={name} data-reason={reason} hidden={!isFirst}>
      {children}
    </div>
  )
}
