import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileResponse } from '../bytes.ts'

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

/** A two-second video whose index is at its end: playing it takes a second range request, seeking a third. */
export async function seekVideo(resources: string, request: Request): Promise<Response> {
  const path = join(resources, 'self-test', 'seek.mp4')
  const { size } = await stat(path)
  return fileResponse(request, { path, bytes: size }, { 'content-type': 'video/mp4' })
}
