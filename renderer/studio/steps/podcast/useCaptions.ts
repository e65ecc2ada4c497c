import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Asset } from '../../../../shared/model/asset.ts'
import type { RecordMap } from '../../../../shared/model/records.ts'
import type { CaptionsOf } from '../../../../shared/podcast/draft.ts'

/**
 * What the captions of the module's videos say, for drafts of it. Null until all of them were read; captions that cannot be
 * read are taken for none.
 */
export function useCaptions(records: RecordMap, mediaUrl: (asset: Asset) => string): CaptionsOf | null {
  const assets = Object.values(records).flatMap((record) => {
    const id = record.type === 'step' && record.kind === 'video' ? record.captions : null
    const asset = id === null ? undefined : records[id]
    return asset?.type === 'asset' ? [asset] : []
  })
  const texts = useQueries({
    queries: assets.map((asset) => ({
      queryKey: ['captions', asset.sha256],
      queryFn: async () => {
        const answer = await fetch(mediaUrl(asset))
        return answer.ok ? answer.text() : ''
      },
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    })),
    combine: (found) => ({
      isPending: found.some(({ isPending }) => isPending),
      texts: found.map(({ data }) => data ?? null),
    }),
  })
  const key = JSON.stringify([assets.map(({ id }) => id), texts])
  return useMemo(() => {
    const [ids, { isPending, texts: read }] = JSON.parse(key) as [string[], typeof texts]
    return isPending ? null : (asset) => read[ids.indexOf(asset)] ?? null
  }, [key])
}
