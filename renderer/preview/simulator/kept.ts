/** What an LMS keeps of one learner between visits, by the data model's names. */
export type Kept = Record<string, string>

/** What scorm-again hands over at a commit, without the elements nobody ever set. */
export function withoutEmpty(commit: unknown): Kept {
  if (typeof commit !== 'object' || commit === null) return {}
  const set = Object.entries(commit).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  )
  return Object.fromEntries(set)
}
