import { useMemo } from 'react'
import type { Asset } from '../../../shared/model/asset.ts'
import { useStudio } from '../app/studio-context.tsx'
import { useDocument } from '../document/DocumentProvider.tsx'
import { runJob } from '../jobs/jobs.ts'
import { importMedia, isInProject } from './import-media.ts'

/** What step editors need of media: where it loads from, and how a file comes in. */
export function useMedia(): {
  mediaUrl: (asset: Asset) => string
  importMedia: (file: File) => Promise<Asset | null>
} {
  const { client, info, mediaUrl } = useStudio()
  const document = useDocument()
  return useMemo(() => {
    const { project } = document.state.getState().opened
    const { mediaBase } = info
    return {
      mediaUrl: (asset) => mediaUrl(project, asset),
      importMedia: (file) =>
        runJob(`Importing ${file.name}`, async (signal, onProgress) => {
          const asset = await importMedia({ client, mediaBase, project }, file, signal, onProgress)
          if (!document.state.getState().records[asset.id] && (await isInProject(client, project, asset)))
            document.admit(asset)
          return asset
        }),
    }
  }, [client, document, info, mediaUrl])
}
