import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMedia } from '../../../electron/core/media/media.ts'
import type { MediaAccess, ProjectAccess } from '../../../electron/core/domains.ts'
import { publishModule } from '../../../electron/core/publish/publish.ts'
import type { BundleFormat } from '../../../shared/contract/publish.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { checkModule } from '../../../shared/model/rules/index.ts'
import { media as madeMedia, numberedVideo } from '../../harness/media.ts'
import { addPublishableModule } from '../../harness/publishable.ts'
import { temporaryProjects } from '../../harness/projects.ts'

const root = join(import.meta.dirname, '../../..')

const captions = `WEBVTT

00:00:00.000 --> 00:00:01.200
Cut away, but for its end.

00:00:01.200 --> 00:00:01.900
Bees dance.
`

/** Adds a module of real media (`addPublishableModule`) to a project: a picture, and a video cut to its second second. */
export async function addPlayableModule(
  project: ProjectAccess,
  media: MediaAccess,
  folder: string,
): Promise<void> {
  const take = async (path: string): Promise<Asset> => {
    for await (const event of media.takeFile(project, path)) if (event.type === 'done') return event.result
    throw new Error('The import ended without a result')
  }
  const vtt = join(folder, 'bees.vtt')
  writeFileSync(vtt, captions)
  addPublishableModule(project, {
    image: await take(madeMedia('bee.png', ['-f', 'lavfi', '-i', 'testsrc2=s=320x200', '-frames:v', '1'])),
    video: await take(numberedVideo({ seconds: 3 })),
    captions: await take(vtt),
    keep: [{ start: 1, end: 2 }],
  })
}

/** Publishes a module of real media, through the core alone, after `edit`; answers the path of what was written. */
export async function publishPlayable(
  folder: string,
  { format, out, edit }: { format: BundleFormat; out: string; edit?: (project: ProjectAccess) => void },
): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const here = temporaryProjects(undefined, join(folder, 'home'))
  const media = createMedia({
    ffmpeg: process.env.MORSEL_FFMPEG ?? null,
    paths: { resources: join(root, 'resources') },
  })
  try {
    const project = here.projects.get(here.projects.create({ title: 'Bees' }).project)
    await addPlayableModule(project, media, folder)
    edit?.(project)
    const work = publishModule(
      project,
      { module: 'm', format, out },
      { media, check: checkModule, built: join(root, 'out') },
      new AbortController().signal,
    )
    for await (const event of work) if (event.type === 'done') return event.result.file
    throw new Error('Publishing ended without a result')
  } finally {
    here.dispose()
  }
}
