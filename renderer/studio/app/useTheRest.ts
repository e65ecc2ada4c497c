import { useEffect } from 'react'
import { bringTheRest } from '../ui/later.tsx'
import { readAddress } from './address.ts'

/**
 * Brings the code that the first screen did not need: when that is drawn (`isDrawn`) and the page rests, or at once where
 * the address names a step, which is edited with it. After that the page holds all of itself, as it did before it was
 * split, and goes on working while the core is away.
 */
export function useTheRest(isDrawn: boolean): void {
  useEffect(() => {
    if (readAddress().selection.step !== null) void bringTheRest()
  }, [])
  useEffect(() => {
    if (!isDrawn) return
    const idle = requestIdleCallback(() => void bringTheRest(), { timeout: 2000 })
    return () => cancelIdleCallback(idle)
  }, [isDrawn])
}
