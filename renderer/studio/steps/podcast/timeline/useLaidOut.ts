import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { StudioError } from '../../../../../shared/errors.ts'
import type { Asset } from '../../../../../shared/model/asset.ts'
import type { RecordMap } from '../../../../../shared/model/records.ts'
import { filesOf, type PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import { madeFrom } from '../../../../../shared/podcast/made-from.ts'
import type { Dictionary } from '../../../../../shared/podcast/spoken-script.ts'
import { useStudio } from '../../../app/studio-context.tsx'
import { asStudioError } from '../../../client/errors.ts'
import { follow } from '../../../client/work.ts'
import { useDocument } from '../../../document/DocumentProvider.tsx'
import { saysSomething } from '../../../../../shared/podcast/episode-state.ts'
import type { Drawn } from './drawn.ts'

/** How long the script must rest before it is laid out anew, in milliseconds. */
const rest = 900

export type Layout = {
  /** As it was last laid out; null before the first time. */
  drawn: Drawn | null
  isBusy: boolean
  failure: StudioError | null
}

const nothing: Layout = { drawn: null, isBusy: false, failure: null }

/**
 * Where everything of a step would be heard, kept up with its script: every line that is not spoken yet is spoken for it, so that
 * a render has less to do.
 */
export function useLaidOut(step: PodcastStep, dictionary: Dictionary): Layout {
  const { client } = useStudio()
  const document = useDocument()
  const [layout, setLayout] = useState<Layout>(nothing)
  // Hashing an hour of words must not hold typing up.
  const { id, script, title } = useDeferredValue(step)
  const isSilent = !saysSomething(script)
  const key = useMemo(
    () => madeFrom({ script, title, bitrate: 128, sampleRate: 48_000 }, dictionary),
    [script, title, dictionary],
  )

  useEffect(() => {
    if (isSilent) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      setLayout((before) => ({ ...before, isBusy: true }))
      void layOut()
    }, rest)
    async function layOut() {
      try {
        await document.flush()
        const state = document.state.getState()
        const record = state.records[id]
        if (record?.type !== 'step' || record.kind !== 'podcast') return
        const wanted = { project: state.opened.project, step: id }
        const call = client.media.layOutPodcast(wanted, { signal: abort.signal })
        const laidOut = await follow(call, () => {})
        if (abort.signal.aborted) return
        const of = record.script
        const drawn = { laidOut, of, assets: assetsOf(of, state.records) }
        setLayout({ drawn, isBusy: false, failure: null })
      } catch (reason) {
        if (abort.signal.aborted) return
        setLayout((before) => ({ ...before, isBusy: false, failure: asStudioError(reason) }))
      }
    }
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [client, document, id, isSilent, key])

  return isSilent ? nothing : layout
}

function assetsOf(script: PodcastStep['script'], records: RecordMap): Map<string, Asset> {
  return new Map(
    filesOf(script).flatMap((id) => {
      const record = records[id]
      return record?.type === 'asset' ? [[id, record] as const] : []
    }),
  )
}
