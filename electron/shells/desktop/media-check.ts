import type { BrowserWindow } from 'electron'
import { studioOrigin } from './protocol.ts'

/** Runs in a page: plays the built-in video far enough to seek in it, and says whether that worked. */
function seekInPage(source: string): Promise<string> {
  return new Promise((resolve) => {
    const video = document.createElement('video')
    const timer = setTimeout(() => resolve('no answer within 3 seconds'), 3000)
    const end = (verdict: string) => {
      clearTimeout(timer)
      video.removeAttribute('src')
      resolve(verdict)
    }
    video.muted = true
    video.preload = 'auto'
    video.addEventListener('error', () => end(`error ${video.error?.code ?? 'unknown'}`))
    video.addEventListener('loadedmetadata', () => {
      if (video.seekable.length !== 1 || video.seekable.end(0) < 1.5) return end('not seekable')
      video.currentTime = 1.5
    })
    video.addEventListener('seeked', () =>
      end(Math.abs(video.currentTime - 1.5) < 0.2 ? 'ok' : `seeked to ${video.currentTime}`),
    )
    video.src = source
  })
}

/**
 * Whether media plays and seeks on the studio's scheme in this build of Electron: some builds never make the second range
 * request that a file with its index at the end needs. Returns null when all is well, else what went wrong.
 */
export async function checkMedia(
  window: Pick<BrowserWindow, 'loadURL' | 'webContents'>,
): Promise<string | null> {
  await window.loadURL(`${studioOrigin}/blank.html`)
  const source = `${studioOrigin}/self-test/seek.mp4`
  const verdict: unknown = await window.webContents.executeJavaScript(
    `(${seekInPage.toString()})(${JSON.stringify(source)})`,
  )
  return verdict === 'ok' ? null : String(verdict)
}
