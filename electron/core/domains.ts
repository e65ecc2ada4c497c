import type { Progress, ProgressOr } from '../../shared/contract/base.ts'
import type { RenderedStep } from '../../shared/contract/media.ts'
import type { History } from '../../shared/contract/project.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { Change } from '../../shared/model/change.ts'
import type { RenderedEpisode } from '../../shared/model/steps/podcast.ts'
import type { ProjectRecord, RecordOf, RecordType } from '../../shared/model/records.ts'
import type { Range } from '../../shared/model/steps/video.ts'
import type { Script } from '../../shared/podcast/script.ts'

/**
 * What the core's domains lend each other. A domain never imports another one; `studio.ts` hands it these.
 */

/** A file in the project's `media/` folder, measured once when it was written. */
export type StoredFile = {
  sha256: string
  /** CRC-32 as zip archives use it, unsigned. */
  crc32: number
  bytes: number
  /** Without a dot. The file is `media/<sha256>.<extension>`. */
  extension: string
}

/** An open project, as the other domains see it. */
export type ProjectAccess = {
  handle: string
  /** Absolute path of the `.morsel` folder. */
  path: string
  record: (id: string) => ProjectRecord | null
  /** The record, or `record-missing`. */
  require: <Type extends RecordType>(type: Type, id: string) => RecordOf<Type>
  /** All records of one type. */
  recordsOf: <Type extends RecordType>(type: Type) => RecordOf<Type>[]
  /** A module with its outcomes, steps, questions and the assets they use; or `record-missing`. */
  moduleRecords: (moduleId: string) => ProjectRecord[]
  /** Saves a change; on return it is on disk. One undo step unless `mergeKey` joins it to the one before. */
  commit: (edit: { label: string; change: Change; mergeKey?: string; by?: string }) => History
  /** Makes the project as it is now its beginning: undo stops here. */
  startHistory: (label: string) => void
  /** The file with this hash, or null. */
  file: (sha256: string) => StoredFile | null
  /** Absolute path of a stored file. */
  filePath: (file: StoredFile) => string
  /** Notes a file that lies in `media/` already. Noting it twice is nothing. */
  addFile: (file: StoredFile) => void
  /** A file made from others (a trimmed video), by the key that says from what and how; or null. */
  rendition: (key: string) => StoredFile | null
  addRendition: (key: string, file: StoredFile) => void
}

/** Long work: progress, then one result. Aborting `signal` stops it and leaves nothing behind. */
export type Work<Result> = AsyncGenerator<ProgressOr<Result>, void, undefined>

/** As much of a recording as drawing a frame needs; `seconds` is null where its length is not known. */
export type FrameSource = Pick<Asset, 'name' | 'extension' | 'sha256' | 'seconds'>

/** What publishing and preview ask of media. */
export type MediaAccess = {
  /** The file that holds `ranges` of `asset` in a form browsers play (all of it when empty); cut once, then remembered. */
  rendition: (project: ProjectAccess, asset: Asset, ranges: Range[], signal?: AbortSignal) => Work<StoredFile>
  /** A JPEG of the frame at `seconds` of the original; made once, then remembered. */
  frame: (
    project: ProjectAccess,
    recording: FrameSource,
    seconds: number,
    signal?: AbortSignal,
  ) => Promise<StoredFile>
  /** Copies a file of this machine in, measured, as an asset (an existing one when the bytes are known). Commits nothing. */
  takeFile: (project: ProjectAccess, path: string, signal?: AbortSignal) => Work<Asset>
}

/** What interchange asks of podcasts. */
export type PodcastAccess = {
  /** Makes what a podcast step says now into its episode, as an asset on disk. Commits nothing. */
  render: (project: ProjectAccess, step: string, signal?: AbortSignal) => Work<RenderedStep>
  /** Writes an episode's transcript (WebVTT, or plain text where the path ends in .txt) and chapters, each whole or not at all. */
  writeTexts: (
    paths: {
      transcript?: string | undefined
      chapters?: string | undefined
      /** Addresses that pictures will have, by what the script calls them: for the chapters. */
      addresses?: Readonly<Record<string, string>> | undefined
    },
    script: Script,
    episode: Pick<RenderedEpisode, 'chapters' | 'cues'>,
  ) => Promise<void>
}

/** Runs work inside other work: hands its progress on (scaled into `from`–`to`) and returns its result. */
export async function* within<Result>(
  work: Work<Result>,
  { from, to, phase }: { from: number; to: number; phase?: string },
): AsyncGenerator<Progress, Result, undefined> {
  for await (const event of work) {
    if (event.type === 'done') return event.result
    yield {
      ...event,
      phase: phase ?? event.phase,
      fraction: event.fraction === null ? null : from + event.fraction * (to - from),
    }
  }
  throw new Error('The work ended without a result')
}

/** The progress of a part as progress of the whole. */
export async function* scaled<Result>(
  part: AsyncGenerator<Progress, Result, undefined>,
  from: number,
  to: number,
): AsyncGenerator<Progress, Result, undefined> {
  let step = await part.next()
  try {
    while (!step.done) {
      const { fraction } = step.value
      yield { ...step.value, fraction: fraction === null ? null : from + fraction * (to - from) }
      step = await part.next()
    }
    return step.value
  } finally {
    if (!step.done) await part.return(undefined as never)
  }
}
