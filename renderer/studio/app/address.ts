import { nothingSelected, type Selection } from '../document/places.ts'

export type Address = { open: string | null; selection: Selection }

/** What the page's address asks for: `/?open=<project folder>&module=<id>&step=<id>`. */
export function readAddress(): Address {
  const query = new URLSearchParams(window.location.search)
  const module = query.get('module')
  return {
    open: query.get('open'),
    selection: module === null ? nothingSelected : { module, step: query.get('step') },
  }
}

/** Puts the place that is shown into the page's address; null for the start screen. */
export function writeAddress(address: { open: string; selection: Selection } | null): void {
  const query = new URLSearchParams()
  if (address) {
    query.set('open', address.open)
    if (address.selection.module !== null) query.set('module', address.selection.module)
    if (address.selection.step !== null) query.set('step', address.selection.step)
  }
  const search = query.size > 0 ? `?${query}` : ''
  window.history.replaceState(null, '', `${window.location.pathname}${search}`)
}
