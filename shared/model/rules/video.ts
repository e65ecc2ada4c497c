import { nameOfStep } from './names.ts'
import { finding, type Rule, stepsOfKind } from './rule.ts'

export const videoWithoutRecording: Rule = (subject) =>
  stepsOfKind(subject, 'video')
    .filter((step) => step.asset === null)
    .map((step) =>
      finding(
        subject,
        'block',
        'video-without-recording',
        `${nameOfStep(subject, step)} has no video yet. Drop a recording on it, or delete the step.`,
        { step },
      ),
    )

export const nothingToWatch: Rule = (subject) =>
  stepsOfKind(subject, 'video')
    .filter((step) => step.asset === null && step.mustWatch !== null)
    .map((step) =>
      finding(
        subject,
        'warn',
        'nothing-to-watch',
        `${nameOfStep(subject, step)} must be watched to ${step.mustWatch} %, but has no video to watch. Drop a recording on it, or do not ask for watching.`,
        { step },
      ),
    )

export const videoOfWrongKind: Rule = (subject) =>
  stepsOfKind(subject, 'video').flatMap((step) => {
    const asset = step.asset === null ? null : subject.asset(step.asset)
    if (!asset || asset.kind === 'video') return []
    return [
      finding(
        subject,
        'block',
        'video-of-wrong-kind',
        `${nameOfStep(subject, step)} should play a video, and ${asset.name} is ${asset.kind}. Choose a video file.`,
        { step },
      ),
    ]
  })

/** Half a frame at 25 frames per second: lengths are measured no better than that. */
const tolerance = 0.02

export const videoRangeOutside: Rule = (subject) =>
  stepsOfKind(subject, 'video').flatMap((step) => {
    const seconds = (step.asset === null ? null : subject.asset(step.asset))?.seconds
    if (!seconds || step.keep.every(({ end }) => end <= seconds + tolerance)) return []
    return [
      finding(
        subject,
        'block',
        'video-range-outside',
        `${nameOfStep(subject, step)} keeps a part that ends after its recording does (${seconds.toFixed(1)} s). Move the end handle back.`,
        { step },
      ),
    ]
  })

export const captionsMissing: Rule = (subject) =>
  stepsOfKind(subject, 'video')
    .filter((step) => step.asset !== null && step.captions === null)
    .map((step) =>
      finding(
        subject,
        'hint',
        'captions-missing',
        `${nameOfStep(subject, step)} has no captions, so a learner who cannot hear it, or has the sound off, misses what is said. Add a WebVTT file.`,
        { step },
      ),
    )
