import { stepOf } from '../../../../shared/activity/steps/index.ts'
import type { Bundle } from '../../../../shared/bundle/format.ts'
import { duration } from '../duration.ts'
import type { MediaEvent } from '../types.ts'
import type { Launch } from './launch.ts'
import { stepActivity, type StatementParts } from './statement.ts'

const profiles = 'https://w3id.org/xapi'
/** The audio profile speaks in the verbs and extensions of the video profile. */
const ofVideo = (name: string) => `${profiles}/video/${name}`
const extension = (name: string) => ofVideo(`extensions/${name}`)

/** Seconds as the profile writes them: three decimals at most. */
const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000

/** Something that happened to a recording, by the xAPI profile of video or of audio. `session` is an id of this visit. */
export function watched(bundle: Bundle, launch: Launch, event: MediaEvent, session: string): StatementParts {
  const { type, step, time, from = 0, seconds, played } = event
  const medium = stepOf(bundle, step)?.kind === 'podcast' ? 'audio' : 'video'
  const total = played.reduce((sum, [start, end]) => sum + end - start, 0)
  const isComplete = type === 'completed'
  const hasSegments = isComplete || type === 'paused'
  return {
    verb: isComplete ? 'completed' : ofVideo(`verbs/${type}`),
    object: stepActivity(bundle, launch, step, `${profiles}/${medium}/activity-type/${medium}`, `/${medium}`),
    result: {
      ...(isComplete && { completion: true, duration: duration(total) }),
      extensions: {
        ...(type === 'seeked'
          ? { [extension('time-from')]: rounded(from), [extension('time-to')]: rounded(time) }
          : { [extension('time')]: rounded(time) }),
        ...(hasSegments && {
          [extension('progress')]: isComplete
            ? 1
            : rounded(Math.min(1, total / Math.max(seconds, Number.EPSILON))),
          [extension('played-segments')]: played
            .map(([start, end]) => `${rounded(start)}[.]${rounded(end)}`)
            .join('[,]'),
        }),
      },
    },
    lists: { category: [{ id: `${profiles}/${medium}` }], parent: [{ id: launch.activity }] },
    extensions: { [extension('session-id')]: session, [extension('length')]: rounded(seconds) },
  }
}
