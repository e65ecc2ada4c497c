import { describe, expect, it } from 'vitest'
import { progressOf, progressReader } from './progress.ts'

/** Recorded from ffmpeg of December 2018: the lowest integer before the first frame. */
const old = `frame=0
fps=0.00
total_size=48
out_time_us=-577014324854775808
out_time_ms=-577014324854775808
out_time=-577014:32:22.77580
speed=N/A
progress=continue
frame=124
fps=122.63
stream_0_0_q=28.0
out_time_us=3000000
out_time_ms=3000000
out_time=00:00:03.000000
speed=2.97x
progress=continue
frame=197
out_time_us=8000000
out_time_ms=8000000
progress=end
`

/** Recorded from ffmpeg 7: `N/A` before the first frame. */
const newer = `frame=0
out_time_us=N/A
out_time_ms=N/A
out_time=N/A
progress=continue
frame=97
fps=0.00
out_time_us=1920000
out_time_ms=1920000
out_time=00:00:01.920000
progress=continue
`

describe('reading ffmpeg’s progress', () => {
  it('reads recorded lines of an old and of a new version', () => {
    expect(progressReader()(old)).toEqual([
      { seconds: 0, isLast: false },
      { seconds: 3, isLast: false },
      { seconds: 8, isLast: true },
    ])
    expect(progressReader()(newer).map(({ seconds }) => seconds)).toEqual([0, 1.92])
  })

  it('does not mind where the pieces are cut, nor line ends of Windows', () => {
    const read = progressReader()
    const made = [...old.replaceAll('\n', '\r\n')].flatMap((letter) => read(letter))
    expect(made.map(({ seconds }) => seconds)).toEqual([0, 3, 8])
  })

  it('never goes back', () => {
    const made = progressReader()('out_time_us=5\nprogress=continue\nout_time_us=2\nprogress=continue\n')
    expect(made.map(({ seconds }) => seconds)).toEqual([0.000005, 0.000005])
  })
})

describe('telling how far work has come', () => {
  it('guesses the time left from the pace so far', () => {
    expect(progressOf(25, 100, 10_000)).toEqual({ fraction: 0.25, secondsLeft: 30 })
    expect(progressOf(100, 100, 10_000)).toEqual({ fraction: 1, secondsLeft: 0 })
  })

  it('guesses nothing at the very beginning, and says nothing of an unknown whole', () => {
    expect(progressOf(50, 100, 100)).toEqual({ fraction: 0.5, secondsLeft: null })
    expect(progressOf(0, 100, 5000)).toEqual({ fraction: 0, secondsLeft: null })
    expect(progressOf(50, null, 5000)).toEqual({ fraction: null, secondsLeft: null })
  })

  it('stays within a whole when more comes than was promised', () => {
    expect(progressOf(130, 100, 10_000)).toEqual({ fraction: 1, secondsLeft: 0 })
  })
})
