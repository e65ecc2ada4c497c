import type { Verb } from '../verb.ts'
import { exportVerb, importVerb } from './exchange.ts'
import { callVerb, doctorVerb } from './machine.ts'
import { openVerb } from './open.ts'
import { checkVerb, listVerb, newVerb, sampleVerb } from './projects.ts'
import { podcastVerb } from './podcast.ts'
import { podcastFeedVerb } from './podcast-feed.ts'
import { publishVerb } from './publish.ts'
import { trimVerb } from './trim.ts'

/** The registry of verbs, in the order `help` shows them. */
export const verbs: readonly Verb[] = [
  openVerb,
  newVerb,
  sampleVerb,
  importVerb,
  listVerb,
  checkVerb,
  publishVerb,
  exportVerb,
  trimVerb,
  podcastVerb,
  podcastFeedVerb,
  callVerb,
  doctorVerb,
]
