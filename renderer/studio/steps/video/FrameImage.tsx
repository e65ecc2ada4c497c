import { useState } from 'react'

/** A frame of a recording. One that cannot be had leaves its place plain. */
export function FrameImage({ url, className }: { url: string; className: string | undefined }) {
  const [missing, setMissing] = useState<string | null>(null)
  if (missing === url) return <span className={className} />
  return (
    <img
      className={className}
      src={url}
      alt=""
      loading="lazy"
      draggable={false}
      onError={() => setMissing(url)}
    />
  )
}
