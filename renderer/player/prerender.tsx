import { ModulePage } from './ModulePage.tsx'
import { wordsFor } from './words/index.ts'
import { htmlOf } from './html/jsx-runtime.ts'
import { type PageParts, pageHtml } from './page.ts'

/** The whole index.html of a published or previewed module. `css` is the built player.css. */
export function renderPage(parts: Omit<PageParts, 'html' | 'withoutScript'>): string {
  const { bundle, tracking } = parts
  const words = wordsFor(bundle.language)
  // React's types describe what JSX makes here.
  const page = <ModulePage bundle={bundle} tracking={tracking.kind} words={words} />
  const html = htmlOf(page as unknown as { html: string })
  return pageHtml({ ...parts, html, withoutScript: words.withoutScript })
}
