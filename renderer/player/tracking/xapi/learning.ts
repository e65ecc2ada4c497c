import type { Bundle } from '../../../../shared/bundle/format.ts'
import { duration } from '../duration.ts'
import type { Interaction } from '../types.ts'
import type { Launch } from './launch.ts'
import { partId, stepActivity, type StatementParts } from './statement.ts'

/** How much of the module is done, where that may still be told. */
export const progressResult = (percent: number | null): Record<string, unknown> =>
  percent === null ? {} : { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': percent } }

/** A checked question as xAPI's interactions, with what was asked and every right response. */
export function answered(
  bundle: Bundle,
  launch: Launch,
  interaction: Interaction,
  progress: number | null,
): StatementParts {
  const { question, description, type, response, right, isCorrect, choices, points, credit, seconds } =
    interaction
  const inLanguage = (words: string) => ({ [bundle.language]: words })
  const outcome = bundle.outcomes.find(({ id }) => id === interaction.objective)
  return {
    verb: 'answered',
    object: {
      id: partId(launch, question),
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        description: inLanguage(description),
        interactionType: type,
        correctResponsesPattern: right.map((pattern) => pattern.join('[,]')),
        ...(choices.length > 0 &&
          /^(choice|sequencing)$/.test(type) && {
            choices: choices.map(({ id, words }) => ({ id, description: inLanguage(words) })),
          }),
      },
    },
    result: {
      response: response.join('[,]'),
      success: isCorrect,
      duration: duration(seconds),
      score: { scaled: credit, ...(points > 0 && { raw: points * credit, min: 0, max: points }) },
      ...progressResult(progress),
    },
    lists: {
      parent: [{ id: launch.activity }],
      ...(outcome && {
        other: [
          {
            id: partId(launch, outcome.id),
            definition: {
              type: 'http://adlnet.gov/expapi/activities/objective',
              name: inLanguage(outcome.text),
            },
          },
        ],
      }),
    },
  }
}

/** A step that was shown. */
export function experienced(
  bundle: Bundle,
  launch: Launch,
  step: string,
  progress: number | null,
): StatementParts {
  return {
    verb: 'experienced',
    object: stepActivity(bundle, launch, step, 'http://adlnet.gov/expapi/activities/lesson'),
    ...(progress !== null && { result: progressResult(progress) }),
    lists: { parent: [{ id: launch.activity }] },
  }
}
