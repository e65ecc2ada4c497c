import { createStore, type StoreApi } from 'zustand/vanilla'
import { asSeconds, inSamples } from '../../../../../../shared/podcast/samples.ts'
import { asStudioError } from '../../../../client/errors.ts'
import { beginSound } from '../../sounding.ts'
import { loadSound } from './load-sound.ts'
import { createPlayback, type Playback } from './playback.ts'
import { movedTo, type PlayPlan } from './play-plan.ts'
import { createSounds } from './sounds.ts'
import { createWebOutput } from './web-output.ts'

/** How often more is put out, in milliseconds. */
const rhythm = 100

/** What the core says of a sound that it threw away is of no use to a person. */
const gone = 'Its sound is not there any more; the next edit makes it again.'

export type PlayerState = {
  phase: 'silent' | 'waiting' | 'playing'
  /** Where the playhead stands, in seconds. */
  seconds: number
  /** What could not be had since it began, and why, a sentence each. */
  problems: readonly string[]
}

/** Plays the plan of one timeline. */
export type Player = {
  state: StoreApi<PlayerState>
  /** Where the playhead stands at this moment, in seconds. */
  position: () => number
  /** Plays from a moment, or from where the playhead stands; from the beginning, where it stands at the end. */
  play: (from?: number) => void
  pause: () => void
  /** Puts the playhead somewhere else; what plays goes on from there. */
  seek: (seconds: number) => void
  /** What is played from now on. */
  change: (plan: PlayPlan) => void
  close: () => void
}

export function createPlayer(project: string, first: PlayPlan): Player {
  const state = createStore<PlayerState>(() => ({ phase: 'silent', seconds: 0, problems: [] }))
  const output = createWebOutput()
  const sounds = createSounds(
    (wanted, signal) => loadSound(project, wanted, signal),
    () => tick(),
  )
  let plan = first
  let playback: Playback | null = null
  let timer: ReturnType<typeof setInterval> | undefined
  const problems = new Map<string, string>()

  const length = () => asSeconds(plan.frames)
  const position = () => (playback ? asSeconds(playback.position()) : state.getState().seconds)

  function onFailure(name: string, reason: Error) {
    if (problems.has(name)) return
    const { code, message } = asStudioError(reason)
    const why = code === 'file-missing' ? gone : message
    problems.set(name, `${name} cannot be played. ${why}`)
    state.setState({ problems: [...problems.values()] })
  }

  function tick() {
    if (!playback) return
    const goesOn = playback.tick()
    if (!goesOn) return stopAt(length())
    state.setState({ phase: playback.isWaiting() ? 'waiting' : 'playing', seconds: position() })
  }

  function hush() {
    clearInterval(timer)
    playback = null
    output.hush()
  }
  function stopAt(seconds: number) {
    hush()
    sounds.clear()
    state.setState({ phase: 'silent', seconds })
  }
  const pause = () => {
    if (state.getState().phase !== 'silent') stopAt(position())
  }

  function play(from = position()) {
    beginSound(state, pause)
    pause()
    problems.clear()
    begin(from >= length() - 0.01 ? 0 : Math.max(0, from))
  }

  function begin(start: number) {
    state.setState({ phase: 'waiting', seconds: start, problems: [...problems.values()] })
    const begun = createPlayback({ output, sounds, onFailure }, plan, inSamples(start))
    playback = begun
    output.open().then(
      () => {
        if (playback !== begun) return
        timer = setInterval(tick, rhythm)
        tick()
      },
      () => pause(),
    )
  }

  return {
    state,
    position,
    play,
    pause,
    seek(seconds) {
      const to = Math.min(length(), Math.max(0, seconds))
      if (!playback) return state.setState({ seconds: to })
      if (to === length()) return stopAt(to)
      // What is there already is not asked for again.
      hush()
      begin(to)
    },
    change(after) {
      const before = plan
      plan = after
      problems.clear()
      state.setState({ problems: [] })
      sounds.retry()
      if (playback) return playback.change(after)
      const { seconds } = state.getState()
      state.setState({ seconds: asSeconds(movedTo(before, after, inSamples(seconds))) })
    },
    close() {
      pause()
      output.close()
    },
  }
}
