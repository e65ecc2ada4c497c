/**
 * Fills the open transcript of a video when its cues are there: it is read from the captions, so that it costs no file of its
 * own, and `VideoView` leaves an empty box for it. `target` is what opened, came or failed to.
 */
export function fillTranscript(root: HTMLElement, target: unknown): void {
  const box = root.querySelector('.cues')
  const track = root.querySelector('video')?.textTracks[0]
  const details = box?.closest('details')
  if (!box || !track || !details?.open || box.firstChild) return
  // A track that is switched off loads nothing; one that is hidden loads and shows nothing.
  if (track.mode === 'disabled') track.mode = 'hidden'
  const cues = [...(track.cues ?? [])] as VTTCue[]
  if (target instanceof HTMLTrackElement && cues.length === 0) details.hidden = true
  box.replaceChildren(
    ...cues.map((cue) => {
      const line = document.createElement('button')
      line.className = 'cue'
      line.dataset.at = String(cue.startTime)
      line.textContent = cue.getCueAsHTML().textContent
      return line
    }),
  )
}

/** Marks the line that is said at `time` (seconds), and keeps it in sight inside its box, but for one that is being read. */
export function followTranscript(root: HTMLElement, time: number): void {
  const current = markReached(root.querySelectorAll<HTMLElement>('.cues [data-at]'), time)
  const box = current?.closest('.cues:not(.is-read)')
  // Not `scrollIntoView`, which would move the page as well.
  if (current && box) box.scrollTop = current.offsetTop - (box.clientHeight - current.offsetHeight) / 2
}

/** Marks the last of the lines that begin before `time` (seconds) as the current one. Answers it when it was not yet. */
export function markReached(lines: Iterable<HTMLElement>, time: number): HTMLElement | undefined {
  const all = [...lines]
  const current = all.filter(({ dataset }) => Number(dataset.at) <= time + 0.05).at(-1)
  if (current?.hasAttribute('aria-current')) return undefined
  for (const line of all) line.removeAttribute('aria-current')
  current?.setAttribute('aria-current', 'true')
  return current
}

/** A line leads to where it is said. */
export function seekTo(media: HTMLMediaElement | null, target: EventTarget | null): void {
  const line = (target as Element).closest<HTMLElement>('[data-at]')
  if (media && line) media.currentTime = Number(line.dataset.at)
}
