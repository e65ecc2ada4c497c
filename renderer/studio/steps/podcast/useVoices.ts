import { useQuery } from '@tanstack/react-query'
import type { Voices } from '../../../../shared/contract/media.ts'
import { useStudio } from '../../app/studio-context.tsx'

const none: Voices = { engines: [], missing: [] }

/**
 * What can speak on this machine; null until it is known, nothing where it cannot be told. Asked once: installing a voice takes a
 * restart to be seen.
 */
export function useVoices(): Voices | null {
  const { client } = useStudio()
  const found = useQuery({
    queryKey: ['media', 'voices'],
    queryFn: () => client.media.voices(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return found.data ?? (found.isError ? none : null)
}
