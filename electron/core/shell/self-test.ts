/** An empty page of the studio's origin, for shells to try in it what their Chromium can do. */
export function blankPage(): Response {
  return new Response('<!doctype html><html lang="en"><title>Morsel Studio</title></html>', {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; media-src 'self'",
      'cache-control': 'no-store',
    },
  })
}
