let heard: { owner: unknown; stop: () => void } | null = null

/** What is heard in the editor, one thing at a time: ends what is heard of another owner; `stop` ends what begins now. */
export function beginSound(owner: unknown, stop: () => void): void {
  const before = heard
  heard = { owner, stop }
  if (before && before.owner !== owner) before.stop()
}

/** Ends whatever is heard. */
export function endSound(): void {
  const before = heard
  heard = null
  before?.stop()
}
