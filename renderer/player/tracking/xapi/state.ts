import { isStored } from './client.ts'
import { attemptParameters, field, type Launch, wordsOrNull } from './launch.ts'

/** A result that was told, or is on its way: once an attempt, whatever happens, and by this id. */
export type Mark = { id: string; score: number; isStored: boolean }

/** All that an LRS keeps of the learner's state, in one document. */
export type State = { packed: string | null; step: string | null; marks: Record<string, Mark | undefined> }

const stateId = 'morsel'

/** The learner's state; an empty one for a new learner, null when nobody could say. */
export async function readState(launch: Launch): Promise<State | null> {
  const parameters = { ...attemptParameters(launch), stateId }
  const { status, body } = await launch.client('GET', 'activities/state', parameters)
  if (status !== 404 && !isStored(status)) return null
  return {
    packed: wordsOrNull(field(body, 'packed')),
    step: wordsOrNull(field(body, 'step')),
    marks: (field(body, 'marks') as State['marks'] | undefined) ?? {},
  }
}

/** Whether the LRS keeps the state now. */
export async function writeState(launch: Launch, state: State, isLeaving: boolean): Promise<boolean> {
  const parameters = { ...attemptParameters(launch), stateId }
  const { status } = await launch.client('PUT', 'activities/state', parameters, state, isLeaving)
  return isStored(status)
}
