import type { Bundle, TrackingKind } from '../../../../shared/bundle/format.ts'
import type { PackageFile } from '../package-file.ts'

/** A bundle format: what a package of it holds beside the page, the player and the media. */
export type Format = {
  /** How its page reports what the learner did. */
  tracking: TrackingKind
  /** Whether it may be written as a folder, too. */
  canBeFolder: boolean
  /** Whether captions go into the page, so that it shows them when it is opened from disk. */
  embedsCaptions: boolean
  /** The format's own files. `paths` are all the other files of the package, the page (`index.html`) first. */
  ownFiles: (bundle: Bundle, paths: readonly string[]) => Promise<PackageFile[]>
}
