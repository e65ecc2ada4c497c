import type { Bundle } from '../../shared/bundle/format.ts'
import { usualBehaviour } from '../../shared/model/behaviour.ts'

/** A quiz of one question worth `points`, which serves the outcome `o.spot`. */
export const manifestQuiz = (points: number): Bundle['steps'][number] => ({
  kind: 'quiz',
  outcome: 'o.spot',
  mustScore: null,
  id: 'm.q',
  title: 'Try',
  intro: '',
  shuffleQuestions: false,
  questions: [
    {
      kind: 'single-choice',
      id: 'm.q.1',
      title: '',
      stem: '',
      points,
      feedback: '',
      choices: [],
      shuffle: false,
    },
  ],
})

/** A module for manifests: two outcomes, of which a step serves the first; a pass mark of 80. */
export const manifestBundle = (fields: Partial<Bundle> = {}): Bundle => ({
  format: 1,
  id: '1st-module.v2_x',
  title: 'Bees & <honey>',
  language: 'en',
  direction: 'ltr',
  minutes: null,
  outcomes: [
    { id: 'o.spot', text: 'Spot a queen & “her” court.' },
    { id: 'o.unserved', text: 'Nothing here serves this.' },
  ],
  pass: 80,
  theme: 'default',
  behaviour: usualBehaviour,
  steps: [manifestQuiz(1)],
  ...fields,
})

export const manifestPaths = ['index.html', 'media/0123456789ab.png', 'media/0123456789ab-0-5000.mp4']
