import { createStore } from 'zustand/vanilla'
import { StudioError } from '../../../../shared/errors.ts'
import { asStudioError, fromAnswer } from '../../client/errors.ts'
import { tellFailure } from '../../ui/tell-failure.tsx'
import { beginSound } from './sounding.ts'

type Playing = { key: string; isLoading: boolean } | null

/** What is being listened to in the editor: one thing at a time. Session state. */
export const listening = createStore<{ playing: Playing }>(() => ({ playing: null }))

let audio: HTMLAudioElement | null = null
let asking: AbortController | null = null

/** Ends what is being listened to. */
export function stopListening(): void {
  asking?.abort()
  audio?.pause()
  audio = null
  listening.setState({ playing: null })
}

/** Plays what `source` answers: an address, or a sound's bytes. Asked again for what is playing, it stops. */
export async function listen(
  key: string,
  source: (signal: AbortSignal) => Promise<string | Blob>,
  part: { start: number; end: number | null } = { start: 0, end: null },
): Promise<void> {
  const isSame = listening.getState().playing?.key === key
  stopListening()
  if (isSame) return
  beginSound(listening, stopListening)
  const abort = new AbortController()
  asking = abort
  listening.setState({ playing: { key, isLoading: true } })
  let address: string | null = null
  try {
    const sound = await source(abort.signal)
    abort.signal.throwIfAborted()
    address = typeof sound === 'string' ? sound : URL.createObjectURL(sound)
    const player = new Audio(address)
    audio = player
    player.currentTime = part.start
    player.ontimeupdate = () => {
      if (part.end !== null && player.currentTime >= part.end) player.pause()
    }
    await player.play()
    listening.setState({ playing: { key, isLoading: false } })
    await new Promise<void>((resolve) => {
      player.onended = () => resolve()
      player.onpause = () => resolve()
      player.onerror = () => resolve()
    })
  } catch (reason) {
    if (!abort.signal.aborted) tellFailure(asStudioError(reason))
  } finally {
    if (address?.startsWith('blob:')) URL.revokeObjectURL(address)
    if (asking === abort) listening.setState({ playing: null })
  }
}

/** The sound at an address of the core, or what the core says is wrong with it. */
export async function soundAt(url: string, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(url, { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new StudioError('studio-unreachable', { problem: 'it did not answer' }, { cause })
  })
  if (answer.ok) return answer.blob()
  throw fromAnswer(await answer.json().catch(() => null), answer.status, 'hear a line')
}
