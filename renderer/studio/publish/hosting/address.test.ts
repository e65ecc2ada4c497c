import { expect, it } from 'vitest'
import { linkTo, readHosting } from './address.ts'

it.each([
  ['example.org/bees', 'https://example.org/bees/'],
  ['  https://example.org/bees/  ', 'https://example.org/bees/'],
  ['https://example.org', 'https://example.org/'],
  ['https://example.org/bees/index.html#x', 'https://example.org/bees/index.html'],
  ['https://example.org/bees?key=1', 'https://example.org/bees/?key=1'],
  ['example.org:8443/b', 'https://example.org:8443/b/'],
])('reads %s', (typed, url) => {
  expect(readHosting(typed)).toEqual({ url, isSecure: true })
})

it('knows where browsers install nothing', () => {
  expect(readHosting('http://example.org/')).toEqual({ url: 'http://example.org/', isSecure: false })
  expect(readHosting('http://localhost:8000')).toMatchObject({ isSecure: true })
})

it.each(['bees', 'file:///home/ada/bees', 'javascript:alert(1)', 'https://', 'two words', 'mailto:a@b.org'])(
  'refuses %s in a sentence',
  (typed) => {
    expect(readHosting(typed)).toEqual({ problem: expect.stringMatching(/^“.*” is not .*\.$/) as string })
  },
)

it('says nothing of an empty field', () => {
  expect(readHosting('  ')).toBeNull()
})

it('links to the module, and to a step by its id', () => {
  expect(linkTo('https://example.org/', null)).toBe('https://example.org/')
  expect(linkTo('https://example.org/', 'm.a b')).toBe('https://example.org/#m.a%20b')
})
