import { useInsertionEffect, useRef, useState } from 'react'

type Handlers = Record<string, (...args: never[]) => void>

/**
 * The same functions for ever, each calling the newest of `handlers`: what is drawn with them is not drawn again because
 * they changed.
 */
export function useStableEvents<Events extends Handlers>(handlers: Events): Events {
  const latest = useRef(handlers)
  useInsertionEffect(() => {
    latest.current = handlers
  })
  const [stable] = useState(() => {
    const names = Object.keys(handlers)
    const call =
      (name: string) =>
      (...args: never[]) =>
        latest.current[name]?.(...args)
    return Object.fromEntries(names.map((name) => [name, call(name)])) as Events
  })
  return stable
}
