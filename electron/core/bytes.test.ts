import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fileResponse } from './bytes.ts'

const folder = mkdtempSync(join(tmpdir(), 'morsel-bytes-'))
const path = join(folder, 'file.bin')
const bytes = 1_000_000
const content = Buffer.alloc(bytes, '0123456789')
writeFileSync(path, content)
afterAll(() => rmSync(folder, { recursive: true }))

const ask = (range?: string, method = 'GET') =>
  fileResponse(
    new Request('http://x/', { method, headers: range === undefined ? {} : { range } }),
    { path, bytes },
    { 'content-type': 'video/mp4' },
  )

describe('answering with the bytes of a file', () => {
  it('sends all of it when no range is asked for', async () => {
    const response = await ask()
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': '1000000',
      'content-type': 'video/mp4',
    })
    expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true)
  })

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=10-19', 10, 19],
    ['bytes=999990-', 999_990, 999_999],
    ['bytes=-5', 999_995, 999_999],
    ['bytes=-9999999', 0, 999_999],
    ['bytes=999999-5000000', 999_999, 999_999],
    ['bytes=300000-900000', 300_000, 900_000],
  ])('sends %s exactly', async (range, start, end) => {
    const response = await ask(range)
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/1000000`)
    expect(response.headers.get('content-length')).toBe(String(end - start + 1))
    expect(Buffer.from(await response.arrayBuffer()).equals(content.subarray(start, end + 1))).toBe(true)
  })

  it.each(['bytes=1000000-', 'bytes=2000000-3000000', 'bytes=-0'])('refuses %s', async (range) => {
    const response = await ask(range)
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */1000000')
  })

  it.each(['bytes=5-2', 'bytes=0-1,5-6', 'items=0-1', 'bytes=x-', 'bytes=-'])(
    'sends all of it for %s, which it does not understand',
    async (range) => {
      const response = await ask(range)
      expect(response.status).toBe(200)
      await response.body?.cancel()
    },
  )

  it('sends no body to HEAD', async () => {
    const response = await ask('bytes=0-9', 'HEAD')
    expect(response.headers.get('content-length')).toBe('10')
    expect(response.body).toBeNull()
  })

  it('reads no further than what is taken', async () => {
    const response = await ask()
    const reader = response.body?.getReader()
    expect((await reader?.read())?.value?.length).toBeLessThan(bytes)
    await reader?.cancel()
  })

  it('says so when the file is gone or has changed', async () => {
    const request = new Request('http://x/')
    expect((await fileResponse(request, { path: join(folder, 'gone'), bytes }, {})).status).toBe(404)
    expect((await fileResponse(request, { path, bytes: 5 }, {})).status).toBe(404)
  })
})

describe('conditional requests', () => {
  const conditional = (headers: Record<string, string>) =>
    fileResponse(new Request('http://x/', { headers }), { path, bytes }, { etag: '"abc"' })

  it('answers 304 to who has the file already', async () => {
    for (const known of ['"abc"', '"other", "abc"', 'W/"abc"', '*'])
      expect((await conditional({ 'if-none-match': known })).status, known).toBe(304)
    expect((await conditional({ 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('takes a range to be meant only for the file it was asked of', async () => {
    const range = 'bytes=0-9'
    expect((await conditional({ range, 'if-range': '"abc"' })).status).toBe(206)
    expect((await conditional({ range, 'if-range': '"other"' })).status).toBe(200)
  })
})
