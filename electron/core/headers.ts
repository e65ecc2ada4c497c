/**
 * The content policy of the studio page: nothing but its own origin, its media and the previews. `unsafe-inline` is for
 * style alone: the component library sets styles on elements.
 */
export function studioPolicy({
  mediaBase,
  previewOrigin,
}: {
  mediaBase: string
  previewOrigin: string
}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    `img-src 'self' data: blob: ${mediaBase}`.trim(),
    `media-src 'self' blob: ${mediaBase}`.trim(),
    `connect-src 'self' ${mediaBase}`.trim(),
    `frame-src ${previewOrigin}`,
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
