const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Words as HTML text or as a quoted attribute's value: nothing in them can open a tag, close a quote or start an entity.
 * Control characters that no HTML document may hold are dropped; half a surrogate pair becomes U+FFFD, as in UTF-8.
 */
export function escapeHtml(words: string): string {
  return words
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
