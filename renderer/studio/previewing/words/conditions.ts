import type {
  LmsBehaviour,
  PreviewConditions,
  PreviewFormat,
  PreviewNetwork,
  PreviewStart,
} from '../../../../shared/bundle/preview-conditions.ts'

type Option<Value> = { value: Value; label: string; sentence: string }

export const formatNames: Record<PreviewFormat, string> = {
  scorm12: 'SCORM 1.2',
  scorm2004: 'SCORM 2004',
  cmi5: 'cmi5',
  xapi: 'xAPI',
}

/** Whom the module is opened for; the sentence says what is to be seen. */
export const startOptions: readonly Option<PreviewStart>[] = [
  {
    value: 'first',
    label: 'First visit',
    sentence: 'Somebody who never opened the module: it begins at the beginning.',
  },
  {
    value: 'returning',
    label: 'Coming back in the middle',
    sentence: 'Somebody who left half-way with the first half right: the module goes on where they were.',
  },
  {
    value: 'failed',
    label: 'Failed once',
    sentence:
      'Somebody who answered everything wrong: the module opens on the results and offers another go.',
  },
  {
    value: 'passed',
    label: 'Passed',
    sentence: 'Somebody who answered everything right: nothing they do now takes the result away.',
  },
  {
    value: 'older-version',
    label: 'With an older version',
    sentence:
      'Somebody who left when the module had a step that is gone now and lacked its second step: what still applies is kept, and the module opens at what is new.',
  },
]

export const networkOptions: readonly Option<PreviewNetwork>[] = [
  { value: 'fast', label: 'Fast network', sentence: 'Everything arrives at once.' },
  {
    value: 'slow',
    label: 'Slow 3G',
    sentence:
      'A phone at the edge of its network (400 ms, 400 kbit/s): the learner reads while media are still on their way.',
  },
  {
    value: 'offline',
    label: 'No network',
    sentence:
      'The network is gone: steps already loaded still open, and answers wait in the module until the network is back.',
  },
]

export const lmsOptions: readonly Option<LmsBehaviour>[] = [
  { value: 'well', label: 'Works', sentence: 'The LMS takes and keeps what it is told.' },
  {
    value: 'refuses',
    label: 'Refuses to save',
    sentence:
      'The LMS answers every attempt to save with an error: the learner goes on, is told after a few tries, and nothing is lost once it saves again.',
  },
  {
    value: 'slow',
    label: 'Saves slowly',
    sentence: 'The LMS takes a second and a half to save: the learner notices a short wait at most.',
  },
  {
    value: 'review',
    label: 'Opens for review',
    sentence:
      'The LMS lends the module for looking back only: the learner is told that nothing new is recorded, and no result changes.',
  },
  {
    value: 'absent',
    label: 'Is not there',
    sentence:
      'The page around the module is no LMS: the learner is told that nothing is recorded, and can use the module all the same.',
  },
]

export const strictWords = {
  label: 'Strict limits',
  sentence:
    'Values are held to the standard at its narrowest: in SCORM 1.2, 4,096 characters for going on and 255 for a place. Off, the LMS takes more.',
}

export const unloadWords = {
  label: 'Forbids “unload”',
  sentence:
    'The page around the module blocks the browser’s unload event, as Moodle does: answers are saved all the same.',
}

/** What is out of the ordinary, and what the learner should see of it. */
export function unusualInWords({ network, lms, isStrict, blocksUnload }: PreviewConditions): string[] {
  return [
    lms === 'well' ? '' : (lmsOptions.find(({ value }) => value === lms)?.sentence ?? ''),
    network === 'fast' ? '' : (networkOptions.find(({ value }) => value === network)?.sentence ?? ''),
    isStrict ? '' : 'Strict limits are off: the LMS takes values that others refuse.',
    blocksUnload ? unloadWords.sentence : '',
  ].filter(Boolean)
}
