import { useQuery } from '@tanstack/react-query'
import { IconBook2 } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useStudio } from '../app/studio-context.tsx'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { placeOf, type Selection } from '../document/places.ts'
import { stepEditorOf } from '../steps/index.ts'

export type Match = {
  id: string
  title: string
  snippet: string
  Icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  go: () => void
}

/** Records whose words match, with the way there. What is not in the outline (an asset) is left out. */
export function useMatches(words: string): Match[] {
  const { client } = useStudio()
  const document = useDocument()
  const records = useDocumentState((state) => state.records)
  const { project } = document.state.getState().opened
  const query = words.trim()
  const found = useQuery({
    queryKey: ['project', 'search', project, query],
    queryFn: () => client.project.search({ project, query, limit: 12 }),
    enabled: query.length > 1,
  })
  return (query.length > 1 ? (found.data ?? []) : []).flatMap((hit) => {
    const place = placeOf(records, hit.id) ?? placeById(records, hit.id)
    if (!place) return []
    const record = records[place.step ?? '']
    return [
      {
        id: hit.id,
        title: hit.title || hit.snippet,
        snippet: hit.title ? hit.snippet : '',
        Icon: (record?.type === 'step' && stepEditorOf(record.kind)?.icon) || IconBook2,
        go: () => document.select(place),
      },
    ]
  })
}

/** The place of a record whose module is not loaded: modules list their steps, and ids of children begin with their parent's. */
function placeById(records: Parameters<typeof placeOf>[0], id: string): Selection | null {
  for (let end = id.lastIndexOf('.'); end > 0; end = id.lastIndexOf('.', end - 1)) {
    const place = placeOf(records, id.slice(0, end))
    if (place) return place
  }
  return null
}
