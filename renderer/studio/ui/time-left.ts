/** Seconds as people say them when they wait: “about 10 seconds”, “2 minutes”. */
export function inWords(seconds: number): string {
  if (seconds < 2) return 'a moment'
  if (seconds < 60) return `${Math.ceil(seconds)} seconds`
  const minutes = Math.round(seconds / 60)
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
