import { expect, it } from 'vitest'
import { targetProfileIds, targetProfiles } from './profiles.ts'

it('every LMS has its profile under its id, told in whole sentences', () => {
  for (const id of targetProfileIds) {
    const { id: own, summary, notes } = targetProfiles[id]
    expect(own).toBe(id)
    for (const words of [summary, ...notes]) expect(words).toMatch(/^[A-Z].*\.$/)
  }
})
