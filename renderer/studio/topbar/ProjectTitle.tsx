import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { projectId } from '../../../shared/model/project.ts'
import { rename } from '../outline/actions.ts'
import classes from './topbar.module.css'

/** The project's name, edited where it stands. */
export function ProjectTitle() {
  const { edit } = useDocument()
  const title = useDocumentState(({ records }) => {
    const project = records[projectId]
    return project?.type === 'project' ? project.title : ''
  })
  return (
    <div className={classes.titleBox} data-value={title || 'Untitled project'}>
      <input
        className={classes.title}
        aria-label="Project name"
        placeholder="Untitled project"
        value={title}
        maxLength={300}
        size={1}
        onChange={(event) => {
          const next = event.currentTarget.value
          edit('Rename project', (draft) => rename(draft, projectId, next), { mergeKey: 'project-title' })
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </div>
  )
}
