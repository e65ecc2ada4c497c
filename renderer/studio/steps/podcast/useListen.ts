import { useCallback, useEffect } from 'react'
import type { Asset } from '../../../../shared/model/asset.ts'
import type { ClipLine, SpeechLine } from '../../../../shared/podcast/script.ts'
import { useStudio } from '../../app/studio-context.tsx'
import { useDocument } from '../../document/DocumentProvider.tsx'
import { listen, soundAt, stopListening } from './line-player.ts'
import { assetIn } from './podcast-step.ts'

/** Plays a line, or stops it when it is playing. */
export type Hear = (line: SpeechLine | ClipLine) => Promise<void>

/** Hearing single lines of a step. What is heard ends with the step's screen. The function stays the same while the step does. */
export function useListen(step: string, mediaUrl: (asset: Asset) => string): Hear {
  const { info } = useStudio()
  const document = useDocument()
  useEffect(() => stopListening, [step])

  return useCallback(
    async (line) => {
      const { records, opened } = document.state.getState()
      if (line.kind === 'clip') {
        const asset = assetIn(records, line.file)
        if (asset) await listen(`${line.place}`, async () => mediaUrl(asset), line.edit ?? undefined)
        return
      }
      const record = records[step]
      if (record?.type !== 'step' || record.kind !== 'podcast') return
      const places = record.script.chapters.flatMap(({ lines }) => lines.map(({ place }) => place))
      const number = places.indexOf(line.place) + 1
      await listen(`${line.place}`, async (signal) => {
        // The core says what it has: first it gets what was typed.
        await document.flush()
        const query = new URLSearchParams({ step, number: `${number}` })
        return soundAt(`${info.mediaBase}/media/${opened.project}/line?${query}`, signal)
      })
    },
    [document, info, mediaUrl, step],
  )
}
