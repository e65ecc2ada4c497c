/**
 * What JSX becomes where pages are written: HTML. The player's views are React's JSX, which the studio draws with React;
 * a learner gets what they look like, written at publishing, and a script that only brings it to life.
 */

/** HTML that was made here, apart from words that are still to be escaped. */
type Written = { html: string }

type Child = Written | readonly Child[] | string | number | boolean | null | undefined

type Props = { [name: string]: unknown; children?: Child; dangerouslySetInnerHTML?: { __html: string } }

type View = (props: Props) => Child

export function jsx(type: string | View, props: Props): Written {
  return { html: typeof type === 'string' ? elementHtml(type, props) : htmlOf(type(props)) }
}

export { jsx as jsxs }

export const Fragment: View = ({ children }) => children

export function htmlOf(child: Child): string {
  if (Array.isArray(child)) return child.map(htmlOf).join('')
  if (typeof child === 'string' || typeof child === 'number') return escapeHtml(String(child))
  return child !== null && typeof child === 'object' ? (child as Written).html : ''
}

/** Words as HTML text or the value of an attribute. */
export function escapeHtml(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

const withoutEnd = new Set(['img', 'input', 'track'])

function elementHtml(type: string, props: Props): string {
  const isList = type === 'select'
  const attributes = Object.entries(props)
    .filter(([name]) => !isList || name !== 'defaultValue')
    .map(([name, value]) => attributeHtml(name, value))
  const start = `<${type}${attributes.join('')}>`
  if (withoutEnd.has(type)) return start
  const content = props.dangerouslySetInnerHTML?.__html ?? htmlOf(props.children)
  // A list says on the option itself which one is chosen.
  const chosen = `<option value="${String(props['defaultValue'])}"`
  return `${start}${isList ? content.replace(chosen, '$& selected') : content}</${type}>`
}

/** What React calls otherwise. */
const written: Record<string, string> = { className: 'class', defaultValue: 'value' }

function attributeHtml(name: string, value: unknown): string {
  // Outside of a form, which no page has, a button's type says nothing.
  if (name === 'children' || (name === 'type' && value === 'button')) return ''
  const shown = typeof value === 'boolean' && name.startsWith('aria') ? String(value) : value
  // What is left are handlers, which the page has none of, and HTML, which is the element's content.
  if (typeof shown !== 'string' && typeof shown !== 'number' && shown !== true) return ''
  return ` ${written[name] ?? name}${shown === true ? '' : `="${escapeHtml(String(shown))}"`}`
}
