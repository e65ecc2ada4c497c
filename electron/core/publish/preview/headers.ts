/**
 * What a page of a preview may do: load its own files, and nothing from anywhere else. A published module keeps to the
 * same rules, so what works here works there. `studioOrigin` is the only other page that may frame it. `asks`: whether the page
 * may ask its own preview for more, which the host page and modules that talk to an LRS do. `scripts`: those that stand in it.
 */
export function previewHeaders(
  studioOrigin: string,
  asks: boolean,
  scripts: readonly string[] = [],
): Record<string, string> {
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self' data:",
    "frame-src 'self'",
    `connect-src ${asks ? "'self'" : "'none'"}`,
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors 'self' ${studioOrigin}`,
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}
