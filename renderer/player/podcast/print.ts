/** On paper nobody can open a transcript. What the learner had closed is closed again afterwards. */
export function openForPrint(transcripts: readonly HTMLDetailsElement[]): void {
  let closed: HTMLDetailsElement[] = []
  window.addEventListener('beforeprint', () => {
    closed = transcripts.filter(({ open }) => !open)
    for (const transcript of closed) transcript.open = true
  })
  window.addEventListener('afterprint', () => {
    for (const transcript of closed) transcript.open = false
  })
}
