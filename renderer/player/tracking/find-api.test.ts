import { expect, test } from 'vitest'
import { fakePage } from '../../../test/harness/fake-page.ts'
import { findApi } from './find-api.ts'

const api = { LMSInitialize: () => 'true' }
const foreign = () =>
  new Proxy(fakePage(), {
    get(page, name) {
      if (name === 'API') throw new DOMException('Blocked a frame with origin', 'SecurityError')
      return name === 'parent' ? page.parent : Reflect.get(page, name)
    },
  })

test('it lies in the page itself, or in any of its parents', () => {
  const top = fakePage({ API: api })
  const middle = fakePage({ parent: top, top })
  expect(findApi(fakePage({ API: api }), 'API')).toBe(api)
  expect(findApi(fakePage({ parent: middle, top }), 'API')).toBe(api)
})

test('it lies in the window that opened the topmost one, or in that one’s parents', () => {
  const lms = fakePage({ API: api })
  const top = fakePage({ opener: fakePage({ parent: lms }) })
  expect(findApi(fakePage({ parent: top, top }), 'API')).toBe(api)
  expect(findApi(fakePage({ opener: lms }), 'API')).toBe(api)
})

test('none is none, and a frame of another origin is passed over', () => {
  expect(findApi(fakePage(), 'API')).toBeNull()
  const top = fakePage({ API: api })
  const stranger = foreign()
  Object.assign(stranger, { parent: top })
  expect(findApi(fakePage({ parent: stranger, top }), 'API')).toBe(api)
  expect(findApi(fakePage({ parent: foreign() }), 'API')).toBeNull()
  const locked = new Proxy({} as Window, {
    get() {
      throw new DOMException('Blocked a frame with origin', 'SecurityError')
    },
  })
  expect(findApi(fakePage({ parent: locked, top: locked }), 'API')).toBeNull()
})

test('a page that is its own ancestor by a trick does not hang us', () => {
  const one = fakePage()
  const other = fakePage({ parent: one })
  Object.assign(one, { parent: other })
  expect(findApi(one, 'API')).toBeNull()
})

test('an API that is no object is none', () => {
  expect(findApi(fakePage({ API: 'yes' }), 'API')).toBeNull()
  expect(findApi(fakePage({ API: null }), 'API')).toBeNull()
})
