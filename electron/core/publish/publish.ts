import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { compile } from '../../../shared/bundle/compile.ts'
import type { BundleFormat, Published } from '../../../shared/contract/publish.ts'
import { type TargetProfile, targetProfiles } from '../../../shared/lms/profiles.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import { projectId } from '../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../shared/model/records.ts'
import { type MediaAccess, type ProjectAccess, scaled, type Work } from '../domains.ts'
import type { Verification } from '../ports.ts'
import { asCancelled } from './cancelled.ts'
import { embedCaptions } from './embed-captions.ts'
import { formats } from './formats/index.ts'
import { gatherMedia } from './gather.ts'
import { textFile } from './package-file.ts'
import { loadPlayer } from './player.ts'
import { moreChecks } from './preflight/more.ts'
import type { ReadPackage } from './preflight/package.ts'
import { preflight } from './preflight/preflight.ts'
import { withProgress } from './progress.ts'
import { trackingFor } from './tracking.ts'
import { refuseBlocked, refuseUnsound } from './refuse.ts'
import { writeError } from './replace.ts'
import { placeOf, writePackage } from './write-package.ts'

export type PublishDependencies = {
  media: MediaAccess
  /** What stands in the way: `checkModule` of the model's rules. */
  check: (records: readonly ProjectRecord[], moduleId: string) => Finding[]
  /** The built pages. */
  built: string
  /** The studio's own folder for what is published: made when first needed. Any other folder must be there already. */
  published?: string
  /** What can try the package, where the shell has it. */
  verification?: Verification | undefined
}

type Request = {
  module: string
  format: BundleFormat
  out: string
  overwrite?: boolean | undefined
  edition?: TargetProfile['edition2004'] | undefined
  checksum?: boolean | undefined
  verify?: boolean | undefined
}

/** The share of the work that cutting media is, when something is to be cut. */
const cuttingShare = 0.9

/**
 * Writes a module as a package. Checks come first, then the media are made ready, then all is packed; what was written is
 * read again and checked before it takes its place.
 */
export async function* publishModule(
  project: ProjectAccess,
  request: Request,
  { media, check: checkModule, built, published, verification }: PublishDependencies,
  signal: AbortSignal,
): Work<Published> {
  const { module, format: name } = request
  const records = project.moduleRecords(module)
  const { title } = project.require('module', module)
  const findings = checkModule(records, module)
  refuseBlocked(title || module, findings)
  const format = formats[name]
  const place = placeOf(request.out, name, format)
  const target = targetOf(project, request)
  try {
    if (published !== undefined && dirname(place.path) === published)
      await mkdir(published, { recursive: true }).catch((error: unknown) => {
        throw writeError(error, published)
      })
    const player = await loadPlayer(built, format.tracking, format.page)
    const compiled = compile({ records, moduleId: module })
    const share = compiled.media.some(({ kind }) => kind === 'rendition') ? cuttingShare : 0
    const gathered = yield* scaled(gatherMedia(compiled.media, { project, media, signal }), 0, share)

    const { bundle, media: shown } = format.embedsCaptions
      ? embedCaptions(compiled.bundle, gathered)
      : { bundle: compiled.bundle, media: gathered }
    const tracking = trackingFor(format.tracking, target)
    const usual = [textFile('index.html', player.page(bundle, tracking).html), ...shown]
    const files = format.complete ? await format.complete(bundle, usual, built) : usual
    files.unshift(
      ...(await format.ownFiles(
        bundle,
        files.map(({ path }) => path),
        target,
      )),
    )
    let found: Finding[] = []
    const check = async (path: string, read: ReadPackage) => {
      const subject = { read, format: name, bundle, target, tracking }
      found = await preflight(
        subject,
        moreChecks(verification, { verify: request.verify ?? false, path, signal }),
      )
      refuseUnsound(title || module, found)
    }
    const packing = withProgress('Packing', signal, ({ signal: stop, report }) =>
      writePackage(place, files, {
        overwrite: request.overwrite ?? false,
        checksum: request.checksum ?? false,
        check,
        signal: stop,
        report,
      }),
    )
    const { bytes, sha256 } = yield* scaled(packing, share, 1)
    const all = [...findings.filter(({ rule }) => rule !== toldAnew), ...found]
    yield {
      type: 'done',
      result: { file: place.path, format: name, module, bytes, files: files.length, sha256, findings: all },
    }
  } catch (error) {
    throw asCancelled(error, signal, `Publishing “${title}”`)
  }
}

/** The rule of the model's that speaks of SCORM 1.2 alone; the package's own check says it of the format at hand. */
const toldAnew = 'progress-too-long'

/** The LMS the project is made for, in the edition that was asked for. */
function targetOf(project: ProjectAccess, { edition }: Request): TargetProfile {
  const profile = targetProfiles[project.require('project', projectId).target]
  return edition ? { ...profile, edition2004: edition } : profile
}
