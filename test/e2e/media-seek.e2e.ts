import { expect, test } from '@playwright/test'
import { startStudio } from './support/studio.ts'

/** The same trial the desktop shell makes at its start, here over the web shell: an index at the end needs two ranges. */
test('a video whose index is at its end plays and seeks', async ({ page }) => {
  const studio = await startStudio()
  try {
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.headers().range ?? ''))
    await page.goto(studio.url)
    await page.goto(`${studio.origin}/blank.html`)
    const seeked = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const video = document.createElement('video')
          video.muted = true
          video.onerror = () => resolve(`error ${video.error?.code}`)
          video.onloadedmetadata = () => {
            video.currentTime = 1.5
          }
          video.onseeked = () => resolve(video.currentTime)
          video.src = '/self-test/seek.mp4'
        }),
    )
    expect(seeked).toBeCloseTo(1.5, 1)
    expect(requests.some((range) => range.startsWith('bytes='))).toBe(true)
  } finally {
    await studio.close()
  }
})
