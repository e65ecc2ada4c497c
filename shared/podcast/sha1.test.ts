import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hex, sha1, utf8 } from './sha1.ts'

it('encodes any text as UTF-8, and hashes it as others do', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const expected = Buffer.from(text.toWellFormed(), 'utf8')
      expect(Buffer.from(utf8(text)).equals(expected)).toBe(true)
      expect(hex(sha1(utf8(text)))).toBe(createHash('sha1').update(expected).digest('hex'))
    }),
  )
  expect(hex(utf8('a\u00e9€😀\ud800'))).toBe('61c3a9e282acf09f9880efbfbd')
})
