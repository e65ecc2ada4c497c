import { type ComponentType, createElement, useEffect, useState } from 'react'

/** How long to wait before asking again for code that did not come, in milliseconds. */
const askAgainAfter = 1000

const bringers: (() => Promise<void>)[] = []

/**
 * A view whose code is not part of what the first screen waits for. It shows nothing until its code is here; where it does
 * not come (the core is away), it is asked for again instead of failing, because a page that fails loses what is unsaved.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let View: ComponentType<Props> | null = null
  let coming: Promise<void> | null = null
  const bring = () => {
    coming ??= load().then(
      (loaded) => {
        View = loaded
      },
      (reason: unknown) => {
        coming = null
        throw reason
      },
    )
    return coming
  }
  bringers.push(bring)

  return function Later(props: Props) {
    const [isHere, setHere] = useState(View !== null)
    useEffect(() => {
      if (isHere) return
      let timer: ReturnType<typeof setTimeout> | undefined
      let isGone = false
      const ask = () => {
        bring().then(
          () => setHere(true),
          () => {
            if (!isGone) timer = setTimeout(ask, askAgainAfter)
          },
        )
      }
      ask()
      return () => {
        isGone = true
        clearTimeout(timer)
      }
    }, [isHere])
    return View && createElement(View, props)
  }
}

/** Brings the code of every such view, so that nothing waits for it when it is wanted. */
export async function bringTheRest(): Promise<void> {
  await Promise.allSettled(bringers.map((bring) => bring()))
}
