import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { endSound } from '../sounding.ts'
import type { Take } from './capture.ts'
import { type Judged, noiseOf } from './judge.ts'
import { type Microphone, microphoneProblem, openMicrophone } from './microphone.ts'
import { wavOf } from './wav.ts'

export type Taking =
  | { phase: 'opening' }
  | { phase: 'refused'; problem: string }
  | { phase: 'ready' }
  | { phase: 'counting'; left: number }
  | { phase: 'recording'; since: number }
  /** `ended` says why it ended by itself; null where somebody ended it. */
  | { phase: 'made'; wav: Blob; seconds: number; judged: Judged; ended: string | null }

/** Seconds to breathe in before a take; the room is listened to meanwhile. */
const countdown = 3
/** Seconds of a take at most: nobody reads one line for longer, and a forgotten microphone must not fill the disk. */
const longest = 15 * 60
/** How often the meter moves, in milliseconds. */
const tick = 50

const unplugged = 'The microphone was unplugged: this is what was heard until then.'
const tooLong = 'A take ends after 15 minutes: this is what was heard until then.'

/** Takes of one line: opens the microphone, counts down, records. `level` is what the microphone hears, in decibels of full scale. */
export function useTakes() {
  const microphone = useRef<Microphone | null>(null)
  const room = useRef<number[]>([])
  const isLost = useRef(false)
  const [taking, setTaking] = useState<Taking>({ phase: 'opening' })
  const [level, setLevel] = useState(-90)
  const [attempt, setAttempt] = useState(0)

  async function end(ended: string | null) {
    try {
      const take = await microphone.current?.stop()
      if (take) setTaking(madeOf(take, room.current, ended))
    } catch (error) {
      setTaking({ phase: 'refused', problem: microphoneProblem(error) })
    }
  }

  const countFrom = useRef(0)
  const onTick = useEffectEvent(() => {
    const now = microphone.current?.level() ?? -90
    setLevel(now)
    if (taking.phase === 'recording' && (microphone.current?.seconds() ?? 0) >= longest) void end(tooLong)
    if (taking.phase !== 'counting') return
    room.current.push(now)
    const left = Math.ceil(countdown - (performance.now() - countFrom.current) / 1000)
    if (left <= 0) {
      microphone.current?.start()
      setTaking({ phase: 'recording', since: performance.now() })
    } else if (left !== taking.left) setTaking({ phase: 'counting', left })
  })
  const onLost = useEffectEvent(() => {
    isLost.current = true
    if (taking.phase === 'recording') void end(unplugged)
    else if (taking.phase !== 'made')
      setTaking({
        phase: 'refused',
        problem: 'The microphone was unplugged. Plug it in again, then try again.',
      })
  })

  useEffect(() => {
    let isGone = false
    let opened: Microphone | null = null
    isLost.current = false
    endSound()
    openMicrophone(() => onLost()).then(
      (found) => {
        opened = found
        if (isGone) return found.close()
        microphone.current = found
        setTaking({ phase: 'ready' })
      },
      (error: unknown) => {
        if (!isGone) setTaking({ phase: 'refused', problem: microphoneProblem(error) })
      },
    )
    const timer = setInterval(() => onTick(), tick)
    return () => {
      isGone = true
      clearInterval(timer)
      opened?.close()
      microphone.current = null
    }
  }, [attempt])

  const tryAgain = () => {
    setTaking({ phase: 'opening' })
    setAttempt((count) => count + 1)
  }
  return {
    taking,
    level,
    tryAgain,
    begin: () => {
      if (isLost.current) return tryAgain()
      endSound()
      room.current = []
      countFrom.current = performance.now()
      setTaking({ phase: 'counting', left: countdown })
    },
    end: () => end(null),
  }
}

function madeOf(take: Take, room: readonly number[], ended: string | null): Taking {
  const judged = { peak: take.peak, noise: noiseOf(room) }
  return { phase: 'made', wav: wavOf(take.samples, take), seconds: take.count / take.rate, judged, ended }
}
