import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { compile } from '../../../shared/bundle/compile.ts'
import type { BundleFormat, Published } from '../../../shared/contract/publish.ts'
import type { Progress } from '../../../shared/contract/base.ts'
import { StudioError } from '../../../shared/errors.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { ProjectRecord } from '../../../shared/model/records.ts'
import type { MediaAccess, ProjectAccess, Work } from '../domains.ts'
import { asCancelled } from './cancelled.ts'
import { embedCaptions } from './embed-captions.ts'
import { writeFolder } from './folder.ts'
import { formats } from './formats/index.ts'
import { gatherMedia } from './gather.ts'
import { type PackageFile, textFile } from './package-file.ts'
import { loadPlayer } from './player.ts'
import { withProgress } from './progress.ts'
import { replaceFile, writeError } from './replace.ts'
import { writeZip } from './zip/write.ts'

export type PublishDependencies = {
  media: MediaAccess
  /** What stands in the way: `checkModule` of the model's rules. */
  check: (records: readonly ProjectRecord[], moduleId: string) => Finding[]
  /** The built pages. */
  built: string
  /** The studio's own folder for what is published: made when first needed. Any other folder must be there already. */
  published?: string
}

type Request = { module: string; format: BundleFormat; out: string; overwrite?: boolean | undefined }

/** The share of the work that cutting media is, when something is to be cut. */
const cuttingShare = 0.9

/** Writes a module as a package. Checks come first, then the media are made ready, then all is packed. */
export async function* publishModule(
  project: ProjectAccess,
  request: Request,
  { media, check, built, published }: PublishDependencies,
  signal: AbortSignal,
): Work<Published> {
  const records = project.moduleRecords(request.module)
  const { title } = project.require('module', request.module)
  const findings = check(records, request.module)
  refuseBlocked(title || request.module, findings)
  const target = targetOf(request)
  try {
    if (published !== undefined && dirname(target.path) === published)
      await mkdir(published, { recursive: true }).catch((error: unknown) => {
        throw writeError(error, published)
      })
    const player = await loadPlayer(built)
    const compiled = compile({ records, moduleId: request.module })
    const share = compiled.media.some(({ kind }) => kind === 'rendition') ? cuttingShare : 0
    const gathered = yield* scaled(gatherMedia(compiled.media, { project, media, signal }), 0, share)

    const format = formats[request.format]
    const { bundle, media: shown } = format.embedsCaptions
      ? embedCaptions(compiled.bundle, gathered)
      : { bundle: compiled.bundle, media: gathered }
    const page = textFile('index.html', player.page(bundle, format.tracking))
    const files: PackageFile[] = [
      page,
      { path: 'player.js', content: { type: 'text', data: player.script } },
      ...shown,
    ]
    files.unshift(
      ...(await format.ownFiles(
        bundle,
        files.map(({ path }) => path),
      )),
    )
    const packing = withProgress('Packing', signal, ({ signal: stop, report }) =>
      write(target, files, { overwrite: request.overwrite ?? false, signal: stop, report }),
    )
    const { bytes, sha256 } = yield* scaled(packing, share, 1)
    const { format: name, module } = request
    yield {
      type: 'done',
      result: { file: target.path, format: name, module, bytes, files: files.length, sha256, findings },
    }
  } catch (error) {
    throw asCancelled(error, signal, `Publishing “${title}”`)
  }
}

function refuseBlocked(title: string, findings: readonly Finding[]): void {
  const blocking = findings.filter(({ severity }) => severity === 'block')
  const [first] = blocking
  if (first)
    throw new StudioError('publish-blocked', {
      module: title,
      count: blocking.length,
      first: first.message,
    })
}

type Target = { path: string; isFolder: boolean }

function targetOf({ out, format }: Request): Target {
  const path = resolve(out)
  const isFolder = !/\.zip$/i.test(path)
  if (isFolder && !formats[format].canBeFolder)
    throw new StudioError('invalid-input', {
      what: `A ${format} package is a zip file, and ${out} does not end in .zip.`,
    })
  return { path, isFolder }
}

type WriteOptions = { overwrite: boolean; signal: AbortSignal; report: (fraction: number) => void }

async function write(
  { path, isFolder }: Target,
  files: PackageFile[],
  { overwrite, signal, report }: WriteOptions,
): Promise<{ bytes: number; sha256: string | null }> {
  const total = files.reduce(
    (sum, { content }) => sum + (content.type === 'stored' ? content.bytes : content.data.length),
    0,
  )
  let done = 0
  const onBytes = (bytes: number) => {
    done += bytes
    report(done / total)
  }
  if (isFolder) return { bytes: await writeFolder(path, files, { overwrite, signal, onBytes }), sha256: null }
  return replaceFile(path, { overwrite }, (file) => writeZip(file, files, { signal, onBytes }))
}

/** The progress of a part as progress of the whole. */
async function* scaled<Result>(
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
