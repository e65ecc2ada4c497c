/** Takes away what modules of previews kept in this browser: a new learner has a browser of their own. */
export function forgetBrowser(): void {
  window.sessionStorage.clear()
  window.localStorage.clear()
}
