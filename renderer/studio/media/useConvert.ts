import { newKey } from '../../../shared/ids.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { useStudio } from '../app/studio-context.tsx'
import { follow } from '../client/work.ts'
import { useDocument } from '../document/DocumentProvider.tsx'
import { runJob } from '../jobs/jobs.ts'

/** Converts an asset to a form browsers play, as a job. Null when it failed or was cancelled; the person was told. */
export function useConvert(): (asset: Asset) => Promise<Asset | null> {
  const { client } = useStudio()
  const document = useDocument()
  return (asset) =>
    runJob(`Converting ${asset.name}`, async (signal, onProgress) => {
      const { project } = document.state.getState().opened
      const joined = { mergeKey: `import:${newKey()}`, by: document.by }
      const call = client.media.convert({ project, asset: asset.id, ...joined }, { signal })
      const made = await follow(call, onProgress)
      document.admit(made, joined.mergeKey)
      return made
    })
}
