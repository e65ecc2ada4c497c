import type { VideoStep } from '../../model/steps/video.ts'
import type { CompileContext } from '../context.ts'
import type { PageBundleStep, VideoBundleStep } from '../format.ts'
import { richTextHtml } from '../html.ts'
import { captionsRequest, frameRequest, keptSeconds, rangesToCut, videoRequest } from '../media.ts'
import { languageName } from '../words.ts'

/** A video step; one that has no recording yet previews as the page of its words (the checks keep it from publishing). */
export function compileVideo(step: VideoStep, context: CompileContext): VideoBundleStep | PageBundleStep {
  const { id, title, outcome } = step
  const intro = richTextHtml(step.intro, context.html)
  if (!step.asset) return { id, title, outcome, kind: 'page', html: intro }
  const asset = context.require('asset', step.asset)
  const ranges = rangesToCut(step.keep, asset.seconds)
  const video = videoRequest(asset, ranges)
  const firstFrame = ranges[0]?.start ?? 0
  return {
    id,
    title,
    outcome,
    kind: 'video',
    intro,
    source: context.media(video),
    width: asset.width ?? 16,
    height: asset.height ?? 9,
    seconds: keptSeconds(ranges, asset.seconds ?? 0),
    poster: context.media(frameRequest(asset, step.poster ?? firstFrame)),
    captions: step.captions
      ? {
          source: context.media(captionsRequest(context.require('asset', step.captions), ranges)),
          language: context.module.language,
          label: languageName(context.module.language),
        }
      : null,
    mustWatch: step.mustWatch,
  }
}
