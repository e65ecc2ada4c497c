import { useMemo } from 'react'
import type { Progress } from '../../../shared/contract/base.ts'
import { newKey } from '../../../shared/ids.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { useStudio } from '../app/studio-context.tsx'
import { useDocument } from '../document/DocumentProvider.tsx'
import { runJob } from '../jobs/jobs.ts'
import { importMedia } from './import-media.ts'

/**
 * Brings a file into the project, as a job of the tray: null when it failed, of which the person was told, or was cancelled. As a
 * part of other work, which `within` cancels, the tray does not name it, and it throws StudioError.
 */
export type ImportMedia = (file: File, within?: AbortSignal) => Promise<Asset | null>

/** What step editors need of media: where it loads from, and how a file comes in. */
export function useMedia(): { mediaUrl: (asset: Asset) => string; importMedia: ImportMedia } {
  const { client, info, mediaUrl } = useStudio()
  const document = useDocument()
  return useMemo(() => {
    const { project } = document.state.getState().opened
    const { mediaBase } = info
    return {
      mediaUrl: (asset) => mediaUrl(project, asset),
      importMedia(file, within) {
        const work = async (signal: AbortSignal, onProgress: (progress: Progress) => void) => {
          const mergeKey = `import:${newKey()}`
          const { by } = document
          const request = { client, mediaBase, project, mergeKey, by }
          const asset = await importMedia(request, file, signal, onProgress)
          document.admit(asset, mergeKey)
          return asset
        }
        return within ? work(within, () => {}) : runJob(`Importing ${file.name}`, work)
      },
    }
  }, [client, document, info, mediaUrl])
}
