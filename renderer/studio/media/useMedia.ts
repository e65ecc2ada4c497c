import { useMemo } from 'react'
import { newKey } from '../../../shared/ids.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { useStudio } from '../app/studio-context.tsx'
import { useDocument } from '../document/DocumentProvider.tsx'
import { runJob } from '../jobs/jobs.ts'
import { importMedia } from './import-media.ts'

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
          const mergeKey = `import:${newKey()}`
          const { by } = document
          const asset = await importMedia(
            { client, mediaBase, project, mergeKey, by },
            file,
            signal,
            onProgress,
          )
          document.admit(asset, mergeKey)
          return asset
        }),
    }
  }, [client, document, info, mediaUrl])
}
