import { Select } from '@mantine/core'
import { targetProfileIds, type TargetProfileId, targetProfiles } from '../../../shared/lms/profiles.ts'
import { type Project, projectId } from '../../../shared/model/project.ts'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import classes from './publish.module.css'

/** The LMS the project is made for; kept in the project. */
export function useTarget(): TargetProfileId {
  return useDocumentState(({ records }) => {
    const project = records[projectId]
    return project?.type === 'project' ? project.target : 'generic'
  })
}

/** Chooses the LMS the project's packages are made for, and says what that one does differently. */
export function MadeFor({ onChange }: { onChange: (target: TargetProfileId) => void }) {
  const { edit } = useDocument()
  const target = useTarget()
  const { name, summary, notes } = targetProfiles[target]

  function choose(next: Project['target']) {
    edit('Set LMS', (draft) => {
      const project = draft[projectId]
      if (project?.type === 'project') project.target = next
    })
    onChange(next)
  }

  return (
    <div>
      <Select
        label="Made for"
        description={summary}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={targetProfileIds.map((id) => ({ value: id, label: targetProfiles[id].name }))}
        value={target}
        allowDeselect={false}
        onChange={(value) => {
          const next = targetProfileIds.find((id) => id === value)
          if (next) choose(next)
        }}
      />
      {notes.length > 0 && (
        <details className={classes.notes}>
          <summary>
            {target === 'generic' ? 'What every LMS can be expected to do' : `What ${name} does differently`}
          </summary>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
