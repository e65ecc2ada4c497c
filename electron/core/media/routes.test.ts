import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { numberedVideo } from '../../../test/harness/media.ts'
import { temporaryProjects } from '../../../test/harness/projects.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { createMedia } from './media.ts'
import { createPodcasts } from './podcast/podcasts.ts'
import { mediaRoutes } from './routes.ts'

const { projects, dispose, folder } = temporaryProjects()
const opened = projects.create({ title: 'Routes' })
const project = projects.get(opened.project)
const media = createMedia({ ffmpeg: null, paths: { resources: folder } })
const ports = { ffmpeg: null, log: () => {}, paths: { resources: folder, home: folder } }
const podcasts = createPodcasts(ports, { engines: [] })
const routes = mediaRoutes({ projects, media, podcasts, ports })
const ask = async (path: string, init?: RequestInit) =>
  routes.fetch(new Request(`http://studio/${opened.project}/${path}`, init))

let content: Buffer
let asset: Asset
beforeAll(async () => {
  content = readFileSync(numberedVideo({ seconds: 4 }))
  const response = await ask('import?name=My%20talk.mov', { method: 'POST', body: new Uint8Array(content) })
  expect(response.status).toBe(200)
  asset = (await response.json()) as Asset
})
afterAll(dispose)

describe('taking bytes in', () => {
  it('answers the asset, named as it was sent and typed by what it is', () => {
    expect(asset).toMatchObject({ name: 'My talk.mov', extension: 'mp4', seconds: 4, kind: 'video' })
    expect(project.record(asset.id)).toEqual(asset)
    expect(readdirSync(join(project.path, 'media'))).toEqual([`${asset.sha256}.mp4`])
  })

  it('keeps one asset for the same bytes under another name', async () => {
    const response = await ask('import?name=again.mp4', { method: 'POST', body: new Uint8Array(content) })
    expect(await response.json()).toEqual(asset)
    expect(project.recordsOf('asset')).toHaveLength(1)
  })

  it('says what is wrong, with the error’s own status, and leaves nothing', async () => {
    const empty = await ask('import?name=a.mp4', { method: 'POST' })
    expect([empty.status, ((await empty.json()) as { code: string }).code]).toEqual([422, 'file-empty'])
    const none = await ask('import?name=a.mp4', { method: 'POST', body: '' })
    expect(((await none.json()) as { code: string }).code).toBe('file-empty')
    const noise = await ask('import?name=a.doc', { method: 'POST', body: 'x'.repeat(9000) })
    expect(noise.status).toBe(415)
    expect(await noise.json()).toMatchObject({ code: 'file-kind-unknown', details: { name: 'a.doc' } })
    expect(readdirSync(join(project.path, 'media'))).toEqual([`${asset.sha256}.mp4`])
  })

  it('takes nothing of an upload that breaks off', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(content.subarray(0, 10_000)),
      pull: (stream) => stream.error(new Error('the network went away')),
    })
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit
    const response = await ask('import?name=half.mp4', init)
    expect(await response.json()).toMatchObject({ code: 'file-unreadable' })
    const short = await ask('import?name=short.mp4', {
      method: 'POST',
      body: new Uint8Array(content.subarray(0, 1000)),
      headers: { 'content-length': '2000' },
    })
    expect(await short.json()).toMatchObject({ code: 'file-unreadable' })
    expect(readdirSync(join(project.path, 'media'))).toHaveLength(1)
  })
})

describe('giving bytes out', () => {
  it('serves the original, never to run and never to change', async () => {
    const response = await ask(asset.sha256)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(content.length),
      'accept-ranges': 'bytes',
      etag: `"${asset.sha256}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true)
  })

  it('serves ranges, also of a HEAD, and knows what the browser has', async () => {
    const part = await ask(asset.sha256, { headers: { range: 'bytes=100-199' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${content.length}`)
    expect(Buffer.from(await part.arrayBuffer()).equals(content.subarray(100, 200))).toBe(true)
    const head = await ask(asset.sha256, { method: 'HEAD', headers: { range: 'bytes=-10' } })
    expect([head.status, head.headers.get('content-length'), head.body]).toEqual([206, '10', null])
    const known = await ask(asset.sha256, { headers: { 'if-none-match': `"${asset.sha256}"` } })
    expect(known.status).toBe(304)
    const beyond = await ask(asset.sha256, { headers: { range: `bytes=${content.length}-` } })
    expect(beyond.status).toBe(416)
  })

  it('draws a frame as a JPEG, once', async () => {
    const response = await ask(`${asset.sha256}/frame?at=1.5`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const picture = Buffer.from(await response.arrayBuffer())
    expect(picture.subarray(0, 3).toString('hex')).toBe('ffd8ff')
    const files = readdirSync(join(project.path, 'media')).length
    await ask(`${asset.sha256}/frame?at=1.5`)
    expect(readdirSync(join(project.path, 'media'))).toHaveLength(files)
  })

  it('draws the last frame for a moment after the end', async () => {
    const late = await ask(`${asset.sha256}/frame?at=99`)
    expect([late.status, late.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  })

  it('goes on serving what a page still shows while an undo takes the record away', async () => {
    project.commit({
      label: 'Undo',
      change: { added: {}, updated: {}, removed: { [asset.id]: asset } },
    })
    expect((await ask(asset.sha256, { method: 'HEAD' })).status).toBe(200)
    expect((await ask(`${asset.sha256}/frame?at=2`)).status).toBe(200)
  })

  it('answers in words what it cannot do', async () => {
    expect((await ask('0'.repeat(64))).status).toBe(404)
    expect((await ask(`${asset.sha256}/frame?at=soon`)).status).toBe(400)
    const closed = await routes.fetch(new Request(`http://studio/0123456789abcdef/${asset.sha256}`))
    expect(await closed.json()).toMatchObject({ code: 'project-not-open' })
  })
})
