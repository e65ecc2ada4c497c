import type { BundleFormat, Published } from '../../../shared/contract/publish.ts'
import { useStudio } from '../app/studio-context.tsx'
import { follow } from '../client/work.ts'
import { type SheetJob, useSheetJob } from '../jobs/useSheetJob.ts'
import { useTellSaved } from '../ui/useTellSaved.tsx'

export type PublishRequest = { module: string; format: BundleFormat; out: string; overwrite?: boolean }

export type Publishing = SheetJob<PublishRequest, Published>

/** What the tray calls publishing a module of that title. */
export const publishingCalled = (title: string) => `Publishing ${title}`

/** Publishing outlives its dialog: it goes on in the jobs tray while other things are edited. */
export function usePublishing(): Publishing {
  const { client } = useStudio()
  const tellSaved = useTellSaved()
  return useSheetJob<PublishRequest, Published>({
    called: publishingCalled,
    run: (request, { project, signal, onProgress }) =>
      follow(client.publish.module({ project, ...request }, { signal }), onProgress),
    tellDone: (title, { file }) => tellSaved(`${title} is published`, file),
  })
}
