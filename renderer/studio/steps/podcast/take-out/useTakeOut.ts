import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import { useStudio } from '../../../app/studio-context.tsx'
import { follow } from '../../../client/work.ts'
import { type SheetJob, useSheetJob } from '../../../jobs/useSheetJob.ts'
import { notify } from '../../../text/notify.ts'
import { useTellSaved } from '../../../ui/useTellSaved.tsx'

/** What an episode can be taken out as, by the ending of its file, beside the MP3 that learners hear. */
export const takeOutFormats = { m4a: 'M4A', opus: 'Opus', wav: 'WAV' } as const
export type TakeOutFormat = keyof typeof takeOutFormats

export type TakeOutRequest = { step: string; format: TakeOutFormat; out: string; overwrite?: boolean }

/** The file that was written. */
export type TakingOut = SheetJob<TakeOutRequest, string>

/** What the tray calls it. */
export const takingOutCalled = (title: string, { format }: Pick<TakeOutRequest, 'format'>) =>
  `Saving ${nameOfEpisode(title)} as ${takeOutFormats[format]}`

const nameOfEpisode = (title: string) => (title ? `“${title}”` : 'the episode')

/** Makes a step's episode as a file outside the project, as a job of the tray; says where it is when it is done. */
export function useTakeOut({ title }: Pick<PodcastStep, 'title'>): TakingOut {
  const { client } = useStudio()
  const tellSaved = useTellSaved()
  return useSheetJob<TakeOutRequest, string>({
    called: takingOutCalled,
    async run({ format, ...request }, { project, signal, onProgress }) {
      const work = client.media.savePodcast({ project, ...request }, { signal })
      const { notes } = await follow(work, onProgress)
      tellSaved(`${title || 'The episode'} is saved as ${takeOutFormats[format]}`, request.out)
      for (const note of notes) notify(note)
      return request.out
    },
    tellDone: () => {},
  })
}
