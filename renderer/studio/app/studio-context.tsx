import { createContext, type ReactNode, useContext } from 'react'
import type * as z from 'zod'
import type { StudioClient } from '../../../shared/contract/index.ts'
import type { shellInfoSchema } from '../../../shared/contract/shell.ts'
import type { Asset } from '../../../shared/model/asset.ts'

export type ShellInfo = z.infer<typeof shellInfoSchema>

/** The core behind this page, and what its shell can do. */
export type Studio = {
  client: StudioClient
  info: ShellInfo
  /** Where the bytes of an asset load from. */
  mediaUrl: (project: string, asset: Asset) => string
}

const StudioContext = createContext<Studio | null>(null)

export function StudioProvider({ studio, children }: { studio: Studio; children: ReactNode }) {
  return <StudioContext value={studio}>{children}</StudioContext>
}

export function useStudio(): Studio {
  const studio = useContext(StudioContext)
  if (!studio) throw new Error('useStudio outside StudioProvider')
  return studio
}
