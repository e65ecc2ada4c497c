import type { Bundle, TrackingKind } from '../../../../shared/bundle/format.ts'
import type { TargetProfile } from '../../../../shared/lms/profiles.ts'
import type { PackageFile } from '../package-file.ts'
import type { PageExtras } from '../player.ts'

/** A bundle format: what a package of it holds beside the page and the media. */
export type Format = {
  /** How its page reports what the learner did. */
  tracking: TrackingKind
  /** Whether it may be written as a folder, too. */
  canBeFolder: boolean
  /** Whether captions go into the page, so that it shows them when it is opened from disk. */
  embedsCaptions: boolean
  /**
   * The format's own files, for the LMS that `target` describes. `paths` are all the other files of the package, the page
   * (`index.html`) first.
   */
  ownFiles: (bundle: Bundle, paths: readonly string[], target: TargetProfile) => Promise<PackageFile[]>
  /** What its page has beside the usual. */
  page?: PageExtras
  /**
   * Adds files of the format that depend on what is in the others, and may finish the page for them. `files` begins with the
   * page; `built` is where the built pages lie.
   */
  complete?: (bundle: Bundle, files: readonly PackageFile[], built: string) => Promise<PackageFile[]>
}
