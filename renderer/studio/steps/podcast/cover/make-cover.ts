import { directionOf } from '../../../../../shared/bundle/words.ts'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import type { StepEditorProps } from '../../types.ts'
import { editPodcast } from '../podcast-step.ts'
import { drawCover } from './draw-cover.ts'

/** Makes a cover from the titles of step and module, and puts it into the script; `within` as of `ImportMedia`. */
export async function makeCover(
  {
    step,
    records,
    edit,
    importMedia,
  }: Pick<StepEditorProps<PodcastStep>, 'step' | 'records' | 'edit' | 'importMedia'>,
  within?: AbortSignal,
): Promise<void> {
  const module = Object.values(records).find(
    (record) => record.type === 'module' && record.steps.includes(step.id),
  )
  const series = module?.type === 'module' ? module.title : ''
  await document.fonts.load("700 100px 'Inter Variable'").catch(() => {})
  const title = step.script.title || step.title || series || 'Episode'
  const picture = await drawCover({
    title,
    series: series === title ? '' : series,
    direction: directionOf(step.script.language),
  })
  const asset = await importMedia(new File([picture], 'Cover.jpg', { type: 'image/jpeg' }), within)
  if (asset) editPodcast(edit, step.id, 'Make cover', ({ script }) => (script.cover = asset.id))
}
