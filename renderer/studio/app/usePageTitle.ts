import { useEffect } from 'react'
import { projectId } from '../../../shared/model/project.ts'
import { useDocumentState } from '../document/DocumentProvider.tsx'

/** Names the window after the project. */
export function usePageTitle(): void {
  const title = useDocumentState(({ records }) => {
    const project = records[projectId]
    return project?.type === 'project' ? project.title : ''
  })
  useEffect(() => {
    window.document.title = `${title || 'Untitled project'} – Morsel Studio`
    return () => {
      window.document.title = 'Morsel Studio'
    }
  }, [title])
}
