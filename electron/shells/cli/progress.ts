import type { Progress, ProgressOr } from '../../../shared/contract/base.ts'

/** Runs work to its result, drawing its progress on one line of `screen` when that is a terminal. */
export async function followWork<Result>(
  work: Promise<AsyncIterable<ProgressOr<Result>>>,
  screen: NodeJS.WriteStream,
): Promise<Result> {
  try {
    for await (const event of await work) {
      if (event.type === 'done') return event.result
      if (screen.isTTY) screen.write(`\r\u001b[K${progressLine(event)}`)
    }
  } finally {
    if (screen.isTTY) screen.write('\r\u001b[K')
  }
  throw new Error('The work ended without a result')
}

/** `Cutting the video 42 %, 3 s left` */
export function progressLine({ phase, fraction, secondsLeft }: Progress): string {
  const share = fraction === null ? '' : ` ${Math.round(fraction * 100)} %`
  const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`
  return `${phase}${share}${left}`
}
