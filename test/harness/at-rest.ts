const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** Animations and transitions that end; a spinner's, which never does, is no reason to wait. */
const ending = () =>
  document
    .getAnimations()
    .filter(
      ({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
    )

/**
 * Looks at the page while nothing in it is fading or moving: half a tooltip has no contrast to judge.
 * What began to move while it was looked at (a tooltip opens late) makes it look again.
 */
export async function atRest<T>(look: () => Promise<T>): Promise<T> {
  for (;;) {
    // A view that enters is drawn once before its transition starts.
    for (let still = 0; still < 3; ) {
      const moving = ending()
      await Promise.allSettled(moving.map(({ finished }) => finished))
      await frame()
      still = moving.length > 0 ? 0 : still + 1
    }
    const seen = await look()
    if (ending().length === 0) return seen
  }
}
