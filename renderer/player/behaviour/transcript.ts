/**
 * The transcript is read from the captions, so that it costs no file of its own. Its lines are the page's own and not
 * drawn from the state: `VideoView` leaves an empty box for them.
 */
const boxOf = (root: HTMLElement) => root.querySelector('.cues')

/** Fills the open transcript when its cues are there. `target` is what opened, came or failed to. */
export function fillTranscript(root: HTMLElement, video: HTMLVideoElement | null, target: unknown): void {
  const box = boxOf(root)
  const track = video?.textTracks[0]
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
      line.value = String(cue.startTime)
      line.textContent = cue.getCueAsHTML().textContent
      return line
    }),
  )
}

/** Marks the line that is said at `time` (seconds), and keeps it in sight inside the box. */
export function followTranscript(root: HTMLElement, time: number): void {
  const box = boxOf(root)
  const lines = [...(box?.children ?? [])] as HTMLButtonElement[]
  const current = lines.filter((line) => Number(line.value) <= time + 0.05).at(-1)
  if (!box || !current || current.hasAttribute('aria-current')) return
  for (const line of lines) line.removeAttribute('aria-current')
  current.setAttribute('aria-current', 'true')
  // Not `scrollIntoView`, which would move the page as well.
  box.scrollTop = current.offsetTop - (box.clientHeight - current.offsetHeight) / 2
}

/** A line leads to where it is said. */
export function seekTo(video: HTMLVideoElement | null, target: unknown): void {
  if (!video || !(target instanceof HTMLButtonElement) || target.className !== 'cue') return
  video.currentTime = Number(target.value)
}
