import * as z from 'zod'

/** How a module behaves for a learner: where they may go, what happens when they come back, when it counts as complete. */
export const behaviourSchema = z.strictObject({
  /** `restricted`: a step opens once the steps before it are done. */
  navigation: z.enum(['free', 'restricted']),
  /** What a learner who was here before meets: a question, the place they left, or the beginning. */
  resume: z.enum(['ask', 'always', 'never']),
  /** Complete when every step is done, when the pass mark is reached, or when the last screen is. */
  completion: z.enum(['steps', 'passed', 'end']),
  /** How often each quiz may be taken; null means as often as the learner likes. */
  attempts: z.number().int().min(1).max(50).nullable(),
  /** Whether the player offers to close the module. */
  exitButton: z.boolean(),
})
export type Behaviour = z.infer<typeof behaviourSchema>

export const usualBehaviour: Behaviour = {
  navigation: 'free',
  resume: 'always',
  completion: 'steps',
  attempts: null,
  exitButton: false,
}
