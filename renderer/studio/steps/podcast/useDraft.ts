import { useDeferredValue, useMemo } from 'react'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import { draftScript } from '../../../../shared/podcast/draft.ts'
import { announce } from '../../ui/announce.ts'
import type { StepEditorProps } from '../types.ts'
import { editPodcast } from './podcast-step.ts'
import { useCaptions } from './useCaptions.ts'
import { useVoices } from './useVoices.ts'
import { twoVoices } from './voices.ts'

/** What undo calls it. */
export const draftLabel = 'Draft from module'

/** Drafting a step's script from the rest of its module. */
export function useDraft({ step, records, edit, mediaUrl }: StepEditorProps<PodcastStep>) {
  const captionsOf = useCaptions(records, mediaUrl)
  const voices = useVoices()
  const module = useMemo(
    () => Object.values(records).find((record) => record.type === 'module' && record.steps.includes(step.id)),
    [records, step.id],
  )
  // Drafting all of a module must not hold typing up.
  const later = useDeferredValue(records)
  const hasWords = useMemo(() => {
    if (module?.type !== 'module') return false
    const { chapters } = draftScript(module, later, { speakers: 1, language: module.language })
    // The greeting alone is no draft.
    return chapters.some(({ lines }) => lines.some((line) => line.kind === 'speech' && line.source !== null))
  }, [module, later])

  return {
    hasWords,
    // Drafted before the voices are known, two would speak with one.
    isReady: captionsOf !== null && voices !== null,
    draft: (speakers: 1 | 2) => {
      if (module?.type !== 'module' || !captionsOf || !voices) return
      const { language } = module
      const drafted = draftScript(module, records, {
        speakers,
        language,
        voices: twoVoices(voices, language),
        captionsOf,
      })
      editPodcast(edit, step.id, draftLabel, (record) => {
        const { language: _, speakers: spoken, chapters } = drafted
        record.script = { ...record.script, language, speakers: spoken, chapters }
        if (record.title === '') record.title = module.title
      })
      announce('The script is drafted.')
    },
  }
}
