/** What a published folder holds, as publishing writes it in front of the service worker. Paths are relative to the folder. */
export type Contents = {
  /** Changes with every change of the page or a file; the page carries it, too. */
  version: string
  /** The files beside the page that are always kept, with what their content must hash to (`sha256-…`). */
  files: readonly (readonly [path: string, integrity: string])[]
  /** Pictures, recordings and captions; their names follow from their content. */
  media: readonly (readonly [path: string, bytes: number])[]
}
