/**
 * Takes a page's ways to the outside from it: what it still says as it goes reaches nobody, as when its process is killed.
 * It may hear that it goes (listeners of a window are called in the order in which they were added, so none can come before
 * its own), but no request leaves it any more. A SCORM page's way out is the API, which the LMS takes away itself.
 */
export function silence(page: Window): void {
  Object.assign(page, { fetch: () => new Promise(() => {}) })
  Object.defineProperty(page.navigator, 'sendBeacon', { value: () => false })
}
