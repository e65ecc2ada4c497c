import { expect, it } from 'vitest'
import { targetProfileIds, targetProfiles } from '../../../shared/lms/profiles.ts'
import { trackingFor } from './tracking.ts'

it('reports as the LMS the project is made for wants it', () => {
  expect(trackingFor('scorm12', { status: 'completion', suspendLimit: 2000 })).toEqual({
    kind: 'scorm12',
    status: 'completion',
    suspendLimit: 2000,
  })
})

it('keeps as much as each way of tracking can, whatever the LMS', () => {
  for (const id of targetProfileIds) {
    expect(trackingFor('scorm12', targetProfiles[id]).suspendLimit).toBeLessThanOrEqual(4096)
    expect(trackingFor('scorm2004', targetProfiles[id]).suspendLimit).toBe(64_000)
  }
})
