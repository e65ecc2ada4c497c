/** What a page hears when it is about to go. */
const farewells = ['visibilitychange', 'pagehide', 'beforeunload', 'unload', 'freeze', 'blur']

/**
 * Lets a page go without hearing of it, as one whose process is killed: the events still come, but no listener of the
 * page's own gets them. Listeners that catch come first at the window, whenever they were added.
 */
export function silence(page: Window): void {
  for (const type of farewells)
    page.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true })
}
