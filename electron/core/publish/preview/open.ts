import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { compile } from '../../../../shared/bundle/compile.ts'
import { StudioError } from '../../../../shared/errors.ts'
import type { MediaAccess, ProjectAccess, Work } from '../../domains.ts'
import { asCancelled } from '../cancelled.ts'
import { gatherMedia } from '../gather.ts'
import { textFile } from '../package-file.ts'
import { loadPlayer } from '../player.ts'
import type { Previews } from './previews.ts'

type Opened = { preview: string; url: string }

type Dependencies = { media: MediaAccess; previews: Previews; built: string; origin: string }

/**
 * Makes a module ready to be previewed and tells where it plays: the published page, word for word, inside a page that
 * stands in for the LMS. Nothing is checked first: authors preview what is not finished.
 */
export async function* openPreview(
  project: ProjectAccess,
  { module, step }: { module: string; step?: string | undefined },
  { media, previews, built, origin }: Dependencies,
  signal: AbortSignal,
): Work<Opened> {
  try {
    const player = await loadPlayer(built)
    await requireHostPage(built)
    const { bundle, media: requests } = compile({ records: project.moduleRecords(module), moduleId: module })
    const gathered = yield* gatherMedia(requests, { project, media, signal })
    const preview = previews.add([
      { ...textFile('index.html', player.page(bundle, 'scorm12')), mediaType: 'text/html; charset=utf-8' },
      {
        path: 'player.js',
        content: { type: 'text', data: player.script },
        mediaType: 'text/javascript; charset=utf-8',
      },
      ...gathered,
    ])
    const query = step === undefined ? '' : `?step=${encodeURIComponent(step)}`
    yield {
      type: 'done',
      result: { preview, url: `${origin}/preview/${preview}/lms.html${query}` },
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
