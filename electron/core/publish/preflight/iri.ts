/** Whether a name is a whole IRI with a scheme, as xAPI asks of every id, and no reference relative to something. */
export function isName(id: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(id)
}
