/** Whether shortcuts use ⌘ (macOS) or Ctrl. */
export const usesCommandKey: boolean = /Mac|iPhone|iPad/.test(navigator.platform)

/** A shortcut for people: `mod+shift+Z` becomes `⇧⌘Z` or `Ctrl+Shift+Z`. */
export function shortcut(keys: string): string {
  const parts = keys.split('+')
  if (!usesCommandKey)
    return parts.map((part) => ({ mod: 'Ctrl', shift: 'Shift', alt: 'Alt' })[part] ?? part).join('+')
  const symbols: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥' }
  return parts.map((part) => symbols[part] ?? part).join('')
}
