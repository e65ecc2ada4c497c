import { join } from 'node:path'
import type { BundleFormat } from '../../shared/contract/publish.ts'

/** Where files for others go unless told otherwise; made when it is missing. */
export const publishedFolder = ({ projects }: Pick<Ports['paths'], 'projects'>) => join(projects, 'Published')

/** What only a shell can do, lent to the core. A capability that is absent answers `unsupported`. */
export type Ports = {
  shell: 'desktop' | 'web' | 'cli'
  version: string
  /** Milliseconds since 1970. */
  now: () => number
  paths: {
    /** The studio's own settings and the recent list; made when first needed. */
    home: string
    /** Where new projects go unless told otherwise. */
    projects: string
    /** The built pages: `out/` with `studio/`, `preview/` and `player/` inside. */
    built: string
    /** `resources/` */
    resources: string
  }
  /** The origin of the studio's own page: the only one that may frame a preview. */
  studioOrigin: () => string
  /** The origin previews run on; asked when a preview opens, because a port may be known only then. */
  previewOrigin: () => string
  /** Where studio pages load media from: `''` for the same origin. */
  mediaBase: () => string
  dialogs: {
    pickProject?: () => Promise<string | null>
    pickMedia?: () => Promise<string[]>
    pickSave?: (suggested: string) => Promise<string | null>
    pickFolder?: (suggested: string) => Promise<string | null>
    reveal?: (path: string) => Promise<void>
  }
  /** An explicit ffmpeg, before all other places looked at; null when none is set. */
  ffmpeg: string | null
  /** Takes one line of diagnosis; people never see it unless they ask for it. */
  log: (line: string) => void
  /** What the shell itself has to report to `doctor`. */
  notes?: () => { message: string; cost: string }[]
  /** What can try a package that was just written; only a shell run from its sources has the tools. */
  verification?: Verification
}

export type Verification = {
  /** What the published schema for this document has against it; null when there is none for it here. */
  schemaProblems: (xml: string) => Promise<string[] | null>
  /** Plays a package in a headless browser, inside a page that is a small LMS. */
  play: (visit: PackageVisit) => Promise<PackagePlayed>
}

export type PackageVisit = {
  /** Of the zip or the folder. */
  path: string
  format: BundleFormat
  signal: AbortSignal
}

/** What went wrong, one sentence each under a stable name; or why nothing was played, and what to do about it. */
export type PackagePlayed = { skipped: string } | { problems: { rule: string; what: string }[] }
