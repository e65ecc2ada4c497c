import type { Progress } from '../../../shared/contract/base.ts'
import type { StudioClient } from '../../../shared/contract/index.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { desktopBridge } from '../client/bridge.ts'
import { follow } from '../client/work.ts'
import { upload } from './upload.ts'

/**
 * Brings a file into the project: by its path where the desktop shell knows it, else by sending its bytes. Throws
 * StudioError; `cancelled` when `signal` aborts.
 */
export async function importMedia(
  { client, mediaBase, project }: { client: StudioClient; mediaBase: string; project: string },
  file: File,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Asset> {
  const path = desktopBridge()?.pathForFile(file) ?? ''
  if (path !== '') return follow(client.media.importFile({ project, path }, { signal }), onProgress)
  const url = `${mediaBase}/media/${project}/import?name=${encodeURIComponent(file.name)}`
  return upload(url, file, signal, onProgress)
}

/** Whether the project holds an asset record already, in whatever module. */
export async function isInProject(client: StudioClient, project: string, asset: Asset): Promise<boolean> {
  const { assets } = await client.project.list({ project })
  return assets.some(({ id }) => id === asset.id)
}
