/** A decimal as strict runtimes of every edition take it: three digits before the point, four after it, no exponent. */
export function decimal(value: number, places = 2): string {
  const unit = 10 ** places
  return String(Math.round(Math.min(Math.max(value, 0), 999.99) * unit) / unit)
}

/** An identifier without white space or anything outside printable ASCII, 255 characters at most. */
export function identifier(id: string): string {
  return id.replace(/[^\x21-\x7e]/g, '_').slice(0, 255)
}

/** The right responses of a question, each once: SCORM 2004 refuses a pattern it has. */
export function patternValues(
  right: readonly (readonly string[])[],
  separator: string,
): [element: string, value: string][] {
  const patterns = [...new Set(right.map((response) => response.join(separator)))]
  return patterns.map((pattern, place) => [`correct_responses.${place}.pattern`, pattern])
}
