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
  {
    client,
    mediaBase,
    project,
    ...joined
  }: { client: StudioClient; mediaBase: string; project: string; mergeKey: string; by: string },
  file: File,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Asset> {
  const path = desktopBridge()?.pathForFile(file) ?? ''
  if (path !== '')
    return follow(client.media.importFile({ project, path, ...joined }, { signal }), onProgress)
  const query = new URLSearchParams({ name: file.name, ...joined })
  return upload(`${mediaBase}/media/${project}/import?${query}`, file, signal, onProgress)
}
