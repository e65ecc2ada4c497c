/** What the application menu can ask of the studio page. */
export const menuCommands = [
  'new-project',
  'open-project',
  'close-project',
  'undo',
  'redo',
  'find',
  'preview',
  'publish',
] as const
export type MenuCommand = (typeof menuCommands)[number]

/**
 * What the desktop shell's preload lends the page as `window.morsel`, and nothing more: the two things a page truly cannot
 * do otherwise. Absent in the web shell. `PageFile` is the DOM’s `File`, which shared code does not know.
 */
export type DesktopBridge<PageFile> = {
  /** The path on this machine of a file the person dropped or picked; empty when it has none. */
  pathForFile: (file: PageFile) => string
  /** Calls `listener` for each command chosen in the menu; returns what stops it. */
  onMenuCommand: (listener: (command: MenuCommand) => void) => () => void
}
