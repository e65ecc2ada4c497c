import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { endSound } from '../sounding.ts'
import { type Judged, noiseOf, peakOf } from './judge.ts'
import { type Microphone, microphoneProblem, openMicrophone, type Take } from './microphone.ts'
import { wavOf } from './wav.ts'

export type Taking =
  | { phase: 'opening' }
  | { phase: 'refused'; problem: string }
  | { phase: 'ready' }
  | { phase: 'counting'; left: number }
  | { phase: 'recording'; since: number }
  | { phase: 'made'; wav: Blob; seconds: number; judged: Judged }

/** Seconds to breathe in before a take; the room is listened to meanwhile. */
const countdown = 3
/** How often the meter moves, in milliseconds. */
const tick = 50

/** Takes of one line: opens the microphone, counts down, records. `level` is what the microphone hears, in decibels of full scale. */
export function useTakes() {
  const microphone = useRef<Microphone | null>(null)
  const room = useRef<number[]>([])
  const [taking, setTaking] = useState<Taking>({ phase: 'opening' })
  const [level, setLevel] = useState(-90)
  const [attempt, setAttempt] = useState(0)

  const countFrom = useRef(0)
  const onTick = useEffectEvent(() => {
    const now = microphone.current?.level() ?? -90
    setLevel(now)
    if (taking.phase !== 'counting') return
    room.current.push(now)
    const left = Math.ceil(countdown - (performance.now() - countFrom.current) / 1000)
    if (left <= 0) {
      microphone.current?.start()
      setTaking({ phase: 'recording', since: performance.now() })
    } else if (left !== taking.left) setTaking({ phase: 'counting', left })
  })

  useEffect(() => {
    let isGone = false
    let opened: Microphone | null = null
    endSound()
    openMicrophone().then(
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

  return {
    taking,
    level,
    tryAgain: () => {
      setTaking({ phase: 'opening' })
      setAttempt((count) => count + 1)
    },
    begin: () => {
      endSound()
      room.current = []
      countFrom.current = performance.now()
      setTaking({ phase: 'counting', left: countdown })
    },
    end: async () => {
      try {
        const take = await microphone.current?.stop()
        if (take) setTaking(judgedTake(take, room.current))
      } catch (error) {
        setTaking({ phase: 'refused', problem: microphoneProblem(error) })
      }
    },
  }
}

function judgedTake({ samples, rate }: Take, room: readonly number[]): Taking {
  const judged = { peak: peakOf(samples), noise: noiseOf(room) }
  return { phase: 'made', wav: wavOf(samples, rate), seconds: samples.length / rate, judged }
}
