import { useStore } from 'zustand'
import { newKey } from '../../../../shared/ids.ts'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import { useStudio } from '../../app/studio-context.tsx'
import { follow } from '../../client/work.ts'
import { useDocument } from '../../document/DocumentProvider.tsx'
import { runJob } from '../../jobs/jobs.ts'
import { notify } from '../../text/notify.ts'
import { announce } from '../../ui/announce.ts'
import { makeCover } from './cover/make-cover.ts'
import type { StepEditorProps } from '../types.ts'
import { editPodcast } from './podcast-step.ts'
import { markRendering, rendering } from './rendering.ts'

/** Renders a step's episode as a job of the tray; other steps can be edited meanwhile, and this one's script too. */
export function useRender(props: StepEditorProps<PodcastStep>): {
  isRendering: boolean
  render: () => Promise<void>
} {
  const { step } = props
  const { client } = useStudio()
  const document = useDocument()
  const isRendering = useStore(rendering, ({ steps }) => steps.has(step.id))
  return {
    isRendering,
    async render() {
      markRendering(step.id, true)
      const mergeKey = `render:${newKey()}`
      const made = await runJob(
        `Rendering ${step.title ? `“${step.title}”` : 'the episode'}`,
        async (signal, onProgress) => {
          if (step.script.cover === null) await makeCover(props, signal)
          await document.flush()
          const { project } = document.state.getState().opened
          const wanted = { project, step: step.id, mergeKey, by: document.by }
          return follow(client.media.renderPodcast(wanted, { signal }), onProgress)
        },
      )
      markRendering(step.id, false)
      if (!made) return
      document.admit(made.asset, mergeKey)
      editPodcast(document.edit, step.id, 'Render episode', (record) => (record.episode = made.episode))
      for (const note of made.notes) notify(note)
      announce('The episode is rendered.')
    },
  }
}
