import { useEffect, useEffectEvent } from 'react'
import { useDocument } from '../document/DocumentProvider.tsx'
import type { Panels } from './usePanels.ts'

/** Takes a panel off the canvas when another place is chosen. */
export function useUncovering(panels: Panels): void {
  const document = useDocument()
  const uncover = useEffectEvent(() => panels.uncover())
  useEffect(
    () =>
      document.state.subscribe((now, before) => {
        if (now.selection !== before.selection) uncover()
      }),
    [document],
  )
}
