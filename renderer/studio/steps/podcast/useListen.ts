import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Line } from '../../../../shared/podcast/script.ts'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import { useStudio } from '../../app/studio-context.tsx'
import { useDocument } from '../../document/DocumentProvider.tsx'
import type { StepEditorProps } from '../types.ts'
import { listen, listening, soundAt, stopListening } from './line-player.ts'
import { assetIn } from './podcast-step.ts'

/** Hearing single lines: which one is heard, and the way to hear another. What is heard ends with the step's screen. */
export function useListen({ step, records, mediaUrl }: StepEditorProps<PodcastStep>) {
  const { info } = useStudio()
  const document = useDocument()
  const playing = useStore(listening, (state) => state.playing)
  useEffect(() => stopListening, [step.id])

  return {
    playing,
    async hear(line: Exclude<Line, { kind: 'pause' }>) {
      if (line.kind === 'clip') {
        const asset = assetIn(records, line.file)
        if (asset) await listen(`${line.place}`, async () => mediaUrl(asset), line.edit ?? undefined)
        return
      }
      const places = step.script.chapters.flatMap(({ lines }) => lines.map(({ place }) => place))
      const number = places.indexOf(line.place) + 1
      await listen(`${line.place}`, async (signal) => {
        // The core says what it has: first it gets what was typed.
        await document.flush()
        const { project } = document.state.getState().opened
        const query = new URLSearchParams({ step: step.id, number: `${number}` })
        return soundAt(`${info.mediaBase}/media/${project}/line?${query}`, signal)
      })
    },
  }
}
export type Listen = ReturnType<typeof useListen>
