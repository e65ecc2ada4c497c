import { behaviourStories } from './behaviour-stories.tsx'
import { editorStories } from './editor-stories.tsx'
import { previewStories } from './preview-stories.tsx'
import { quizStories } from './quiz-stories.tsx'
import { sheetStories } from './sheet-stories.tsx'
import { startStories } from './start-stories.tsx'
import { takeOutStories } from './take-out-stories.tsx'
import { textStories } from './text-stories.tsx'
import type { Story } from './story.ts'

/** Every view of the studio, in each of its states. */
export const stories: readonly Story[] = [
  ...startStories,
  ...editorStories,
  ...behaviourStories,
  ...textStories,
  ...quizStories,
  ...sheetStories,
  ...takeOutStories,
  ...previewStories,
]
