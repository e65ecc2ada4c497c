import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { StudioError } from '../../../shared/errors.ts'
import { asStudioError, fromAnswer } from './errors.ts'

test('an error of the core comes back as it was, sentence and all', () => {
  const path = '/home/ada/Bees.morsel'
  const error = asStudioError(new ORPCError('disk-full', { status: 507, data: { path }, message: '' }))
  expect(error).toMatchObject({ code: 'disk-full', details: { path } })
  expect(error.message).toBe(new StudioError('disk-full', { path }).message)
})

test('a core that does not answer is told from one that fails', () => {
  expect(asStudioError(new TypeError('Failed to fetch')).code).toBe('studio-unreachable')
  expect(asStudioError(new ORPCError('INTERNAL_SERVER_ERROR')).code).toBe('internal')
  expect(asStudioError(new DOMException('Aborted', 'AbortError')).code).toBe('cancelled')
})

test('a byte route’s answer is read, and an answer of something else is no riddle', () => {
  const empty = fromAnswer({ code: 'file-empty', details: { name: 'a.mp4' } }, 422, 'import a.mp4')
  expect(empty.message).toContain('a.mp4 is empty')
  const page = fromAnswer('<html>', 502, 'import a.mp4')
  expect([page.code, page.details]).toEqual(['internal', { operation: 'import a.mp4' }])
  expect(fromAnswer(null, 401, 'import').code).toBe('studio-unreachable')
})
