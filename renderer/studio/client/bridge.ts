import type { DesktopBridge } from '../../../shared/desktop-bridge.ts'

/** What only the desktop shell's preload can lend; null in a browser. */
export function desktopBridge(): DesktopBridge<File> | null {
  return (window as Window & { morsel?: DesktopBridge<File> }).morsel ?? null
}
