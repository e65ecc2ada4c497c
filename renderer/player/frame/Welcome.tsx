import type { Words } from '../words/words.ts'
import { StepHeading } from './StepHeading.tsx'

/** Asks a learner who was here before: where they were (the script says where), or from the beginning. */
export function Welcome({ words }: { words: Words }) {
  return (
    <div className="welcome">
      <StepHeading detail="{title}">{words.welcome}</StepHeading>
      <button type="button" className="button button-main button-wide" data-do="goOn">
        {words.goOn}
      </button>
      <button type="button" className="button button-outline button-wide" data-do="startOver">
        {words.startOver}
      </button>
    </div>
  )
}

/** What is left of the page once its own button closed it. */
export function Ended({ words }: { words: Words }) {
  return (
    <div className="welcome">
      <h1 className="heading" tabIndex={-1} data-ended={words.ended}>
        {words.ending}
      </h1>
      <p className="recorded" hidden>
        {words.recorded}
      </p>
    </div>
  )
}
