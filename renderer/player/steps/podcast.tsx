import type { PodcastBundleStep } from '../../../shared/bundle/format.ts'
import { Content } from '../frame/Content.tsx'
import type { StepScreenProps } from './types.ts'

/** An episode. */
export function PodcastView({ step, isLater }: StepScreenProps<PodcastBundleStep>) {
  return (
    <>
      <Content html={step.intro} />
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio src={step.source} controls preload={isLater ? 'none' : 'metadata'} aria-label={step.title} />
    </>
  )
}
