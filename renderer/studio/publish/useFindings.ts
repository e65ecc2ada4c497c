import { useQuery } from '@tanstack/react-query'
import type { StudioError } from '../../../shared/errors.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import { useStudio } from '../app/studio-context.tsx'
import { asStudioError } from '../client/errors.ts'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'

export type FindingsState = { list: readonly Finding[]; isLoading: boolean; failure: StudioError | null }

/** What the checks say of a module as it is on disk now. */
export function useFindings(module: string): FindingsState {
  const { client } = useStudio()
  const document = useDocument()
  const seq = useDocumentState((state) => state.history.seq)
  const { project } = document.state.getState().opened
  const found = useQuery({
    queryKey: ['project', 'check', project, module, seq],
    queryFn: () => client.project.check({ project, module }),
  })
  return {
    list: found.data?.findings ?? [],
    isLoading: found.isPending,
    failure: found.error ? asStudioError(found.error) : null,
  }
}
