import { ModulePage } from './ModulePage.tsx'
import { wordsFor } from './words/index.ts'
import { htmlOf } from './html/jsx-runtime.ts'
import { type PageParts, pageHtml } from './page.ts'

/** The whole index.html of a published or previewed module. `css` is the built player.css. */
export function renderPage(parts: Omit<PageParts, 'html' | 'withoutScript'>): string {
  const bundle = { ...parts.bundle, language: wellFormed(parts.bundle.language) }
  const words = wordsFor(bundle.language)
  // React's types describe what JSX makes here.
  const page = <ModulePage bundle={bundle} tracking={parts.tracking.kind} words={words} />
  const html = htmlOf(page as unknown as { html: string })
  return pageHtml({ ...parts, bundle, html, withoutScript: words.withoutScript })
}

/** A language tag, or English's in place of one that means nothing: with it a browser would refuse to write numbers. */
function wellFormed(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
