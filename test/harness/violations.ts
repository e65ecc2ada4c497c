import axe from 'axe-core'
import { atRest } from './at-rest.ts'

/** What axe has to say of the page, but for what a part of a page shown alone cannot have. */
export async function violations() {
  const notHere = ['region', 'page-has-heading-one', 'landmark-one-main', 'document-title', 'html-has-lang']
  const rules = Object.fromEntries(notHere.map((rule) => [rule, { enabled: false }]))
  const found = await atRest(() => axe.run(document, { rules }))
  return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))
}
