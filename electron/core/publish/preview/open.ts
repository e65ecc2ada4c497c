import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type PreviewFormat,
  type PreviewStart,
  previewFormats,
} from '../../../../shared/bundle/preview-conditions.ts'
import type { PreviewLaunch } from '../../../../shared/bundle/preview-messages.ts'
import { compile } from '../../../../shared/bundle/compile.ts'
import { StudioError } from '../../../../shared/errors.ts'
import type { MediaAccess, ProjectAccess, Work } from '../../domains.ts'
import { asCancelled } from '../cancelled.ts'
import { prepareAttempts } from './attempts.ts'
import { gatherMedia } from '../gather.ts'
import { textFile } from '../package-file.ts'
import { loadPlayer } from '../player.ts'
import { trackingFor } from '../tracking.ts'
import type { Previews } from './previews.ts'

type Opened = {
  preview: string
  url: string
  format: PreviewFormat
  formats: PreviewFormat[]
  starts: Exclude<PreviewStart, 'first'>[]
}

type Asked = { module: string; step?: string | undefined; format?: PreviewFormat | undefined }

type Dependencies = { media: MediaAccess; previews: Previews; built: string; origin: string }

/**
 * Makes a module ready to be previewed and tells where it plays: the published page, word for word, inside a page that
 * stands in for the LMS. Nothing is checked first: authors preview what is not finished.
 */
export async function* openPreview(
  project: ProjectAccess,
  { module, step, format = 'scorm12' }: Asked,
  { media, previews, built, origin }: Dependencies,
  signal: AbortSignal,
): Work<Opened> {
  try {
    const player = await loadPlayer(built, format)
    await requireHostPage(built)
    const { bundle, media: requests } = compile({ records: project.moduleRecords(module), moduleId: module })
    const gathered = yield* gatherMedia(requests, { project, media, signal })
    const page = player.page(bundle, trackingFor(format))
    const launch: PreviewLaunch = { mastery: bundle.pass, attempts: prepareAttempts(bundle) }
    const files = [
      {
        path: 'launch.json',
        content: { type: 'text' as const, data: Buffer.from(JSON.stringify(launch)) },
        mediaType: 'application/json',
      },
      {
        ...textFile('index.html', page.html),
        mediaType: 'text/html; charset=utf-8',
      },
      ...gathered,
    ]
    const preview = previews.add(files, { bundle, format, launch }, page.scriptSources)
    const query = new URLSearchParams({ format, launch: '', ...(step === undefined ? {} : { step }) })
    yield {
      type: 'done',
      result: {
        preview,
        url: `${origin}/preview/${preview}/lms.html?${query.toString()}`,
        format,
        formats: await builtFormats(built),
        starts: startsOf(launch),
      },
    }
  } catch (error) {
    throw asCancelled(error, signal, 'Preparing the preview')
  }
}

async function requireHostPage(built: string): Promise<void> {
  const folder = join(built, 'preview')
  const page = await stat(join(folder, 'index.html')).catch(() => null)
  if (!page) throw new StudioError('player-missing', { path: folder })
}

/** The learners that this module can have had. */
function startsOf({ attempts }: PreviewLaunch): Opened['starts'] {
  return Object.entries(attempts).flatMap(([start, attempt]) =>
    attempt ? [start as Opened['starts'][number]] : [],
  )
}

/** The formats whose player was built. */
async function builtFormats(built: string): Promise<PreviewFormat[]> {
  const found = await Promise.all(
    previewFormats.map((format) =>
      stat(join(built, 'player', `player-${format}.js`)).then(
        () => format,
        () => null,
      ),
    ),
  )
  return found.filter((format) => format !== null)
}
