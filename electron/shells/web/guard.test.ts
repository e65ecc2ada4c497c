import { expect, test } from 'vitest'
import { createGuard } from './guard.ts'

const origin = 'http://127.0.0.1:4000'
const guard = createGuard(origin, 'the-token')

function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return guard.check(
    new Request(`${origin}${path}`, { method, headers: { host: '127.0.0.1:4000', ...headers } }),
  )
}

function cookie(): string {
  return ask('/?token=the-token')?.headers.get('set-cookie')?.split(';')[0] ?? ''
}

test('the printed link is swapped for a cookie that scripts and other sites cannot use', () => {
  const answer = ask('/?token=the-token&open=a')
  expect(answer?.status).toBe(303)
  expect(answer?.headers.get('location')).toBe('/?open=a')
  expect(answer?.headers.get('set-cookie')).toMatch(
    /^morsel-4000=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
  )
})

test('with the cookie the studio’s own page may ask', () => {
  expect(ask('/', { cookie: cookie() })).toBeNull()
  expect(
    ask('/rpc/shell/info', { cookie: cookie(), origin, 'sec-fetch-site': 'same-origin' }, 'POST'),
  ).toBeNull()
})

test('without it nobody may', () => {
  expect(ask('/')?.status).toBe(401)
  expect(ask('/', { cookie: 'morsel-4000=guess' })?.status).toBe(401)
  expect(ask('/?token=an-older-token')?.status).toBe(403)
})

test.each([
  ['a re-bound name', { host: 'evil.example:4000' }],
  ['localhost by its other name', { host: 'localhost:4000' }],
  ['another site', { origin: 'https://evil.example' }],
  ['an opaque origin', { origin: 'null' }],
  ['the preview on the next port', { origin: 'http://127.0.0.1:4001' }],
  ['a picture asked for by the preview', { 'sec-fetch-site': 'same-site' }],
  ['a picture asked for by another site', { 'sec-fetch-site': 'cross-site' }],
])('%s is refused even with the cookie', (_who, headers) => {
  expect(ask('/rpc/shell/info', { cookie: cookie(), ...headers })?.status).toBe(403)
})
