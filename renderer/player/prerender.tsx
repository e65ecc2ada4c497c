import type { Bundle, BundleStep } from '../../shared/bundle/format.ts'
import { ModulePage } from './ModulePage.tsx'
import { wordsFor } from './words/index.ts'
import { htmlOf } from './html/jsx-runtime.ts'
import { type PageParts, pageHtml } from './page.ts'

/** The whole index.html of a published or previewed module. `css` is the built player.css. */
export function renderPage({
  bundle,
  tracking,
  css,
  extras,
}: Omit<PageParts, 'html' | 'withoutScript'>): string {
  const words = wordsFor(bundle.language)
  // React's types describe what JSX makes here.
  const html = htmlOf((<ModulePage bundle={bundle} words={words} />) as unknown as { html: string })
  const { withoutScript } = words
  return pageHtml({
    bundle: withoutPages(bundle),
    html,
    css,
    tracking,
    withoutScript,
    ...(extras && { extras }),
  })
}

/** The bundle as the script needs it: what is written into the page already is not said twice. */
function withoutPages(bundle: Bundle): Bundle {
  return { ...bundle, steps: bundle.steps.map(withoutPage) }
}

function withoutPage(step: BundleStep): BundleStep {
  if (step.kind === 'page') return { ...step, html: '' }
  if (step.kind === 'video') return { ...step, intro: '' }
  return { ...step, intro: '', questions: step.questions.map(withoutFeedback) }
}

function withoutFeedback<Question extends { feedback: string; choices: { feedback: string }[] }>(
  question: Question,
): Question {
  return { ...question, feedback: '', choices: question.choices.map((one) => ({ ...one, feedback: '' })) }
}
