import { useEffect, useState } from 'react'

const count = 10

/**
 * Frames of a recording, evenly spaced, for a strip: where each loads from, or null while it is on its way. They are asked
 * for one after another: each is a run of ffmpeg, and a browser has few connections, which saving needs too.
 */
export function useFrames(seconds: number, frameUrl: (at: number) => string): (string | null)[] {
  const urls = Array.from({ length: count }, (_, index) =>
    frameUrl(Math.round(((index + 0.5) / count) * seconds * 1000) / 1000),
  )
  const key = urls.join(' ')
  const [here, setHere] = useState<{ key: string; urls: ReadonlySet<string> }>({ key, urls: new Set() })

  useEffect(() => {
    const image = new Image()
    let isGone = false
    async function load() {
      for (const url of key.split(' ')) {
        image.src = url
        const isThere = await image.decode().then(
          () => true,
          () => false,
        )
        if (isGone) return
        if (isThere)
          setHere((before) => ({ key, urls: new Set(before.key === key ? [...before.urls, url] : [url]) }))
      }
    }
    void load()
    return () => {
      isGone = true
      image.src = ''
    }
  }, [key])

  return urls.map((url) => (here.key === key && here.urls.has(url) ? url : null))
}
