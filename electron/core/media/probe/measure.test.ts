import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { media, numberedVideo } from '../../../../test/harness/media.ts'
import { failureOf } from '../../../../test/harness/work.ts'
import { usualPlaces } from '../ffmpeg/locate.ts'
import { createFfmpegTools } from '../ffmpeg/tools.ts'
import { measure } from './measure.ts'

const folder = mkdtempSync(join(tmpdir(), 'morsel-measure-'))
afterAll(() => rmSync(folder, { recursive: true }))
const tools = createFfmpegTools(
  usualPlaces({ setting: process.env.MORSEL_FFMPEG ?? null, resources: folder }),
)
const facts = (path: string, name = basename(path)) =>
  measure(tools, path, { name, bytes: statSync(path).size })
const words = (text: string) => text.split(' ')
const put = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const video = (name: string, args: string) =>
  media(name, words(`-f lavfi -i testsrc2=s=320x180:r=10:d=2 -f lavfi -i sine=d=2 ${args}`))
const problem = async (path: string, name?: string) => {
  const error = await failureOf(facts(path, name))
  return `${error.code}: ${error.message}`
}

describe('measuring a video', () => {
  it('goes by the content, whatever the name says', async () => {
    const webm = video('talk.webm', '-c:v libvpx -c:a libopus -f webm')
    const expected = { kind: 'video', extension: 'webm', mediaType: 'video/webm', seconds: 2, playable: true }
    const disguised = join(folder, 'talk.mp4')
    copyFileSync(webm, disguised)
    for (const path of [webm, disguised]) {
      const found = await facts(path)
      expect(found).toMatchObject({ ...expected, seconds: expect.closeTo(2, 1) as number })
    }
  })

  it('tells Matroska from WebM, and QuickTime from MP4', async () => {
    const mkv = await facts(video('a.mkv', '-c:v libx264 -pix_fmt yuv420p -c:a aac'))
    expect(mkv).toMatchObject({ extension: 'mkv', playable: false })
    const mov = await facts(video('a.mov', '-c:v libx264 -pix_fmt yuv420p -c:a aac'))
    expect(mov).toMatchObject({ extension: 'mov', mediaType: 'video/quicktime', playable: true })
  })

  it('gives the size as shown: rotation and pixel shape applied', async () => {
    const upright = video('turned-source.mp4', '-c:v libx264 -pix_fmt yuv420p -c:a aac')
    const turned = media('turned.mp4', ['-i', upright, ...words('-c copy -metadata:s:v rotate=90')])
    expect(await facts(turned)).toMatchObject({ width: 180, height: 320 })
    const wide = video('wide.mp4', '-vf setsar=2 -c:v libx264 -pix_fmt yuv420p -c:a aac')
    expect(await facts(wide)).toMatchObject({ width: 640, height: 180 })
    const flat = video('flat.mp4', '-vf setsar=1/2 -c:v libx264 -pix_fmt yuv420p -c:a aac')
    expect(await facts(flat)).toMatchObject({ width: 320, height: 360 })
  })

  it.each([
    ['MPEG-4 in AVI', 'old.avi', '-c:v mpeg4 -c:a libmp3lame'],
    ['H.264 in 10 bits', 'deep.mp4', '-c:v libx264 -pix_fmt yuv420p10le -c:a aac'],
    ['H.264 in 4:4:4', 'fine.mp4', '-c:v libx264 -pix_fmt yuv444p -c:a aac'],
    ['HEVC', 'new.mp4', '-c:v libx265 -x265-params log-level=none -pix_fmt yuv420p -c:a aac'],
    ['AC-3 beside H.264', 'cinema.mp4', '-c:v libx264 -pix_fmt yuv420p -c:a ac3'],
    ['MPEG-TS', 'camera.ts', '-c:v libx264 -pix_fmt yuv420p -c:a aac'],
  ])('knows that browsers do not play %s', async (_words, name, args) => {
    expect(await facts(video(name, args))).toMatchObject({ kind: 'video', playable: false, width: 320 })
  })

  it('reads the length of a fragmented file', async () => {
    const args = '-c:v libx264 -pix_fmt yuv420p -c:a aac -movflags frag_keyframe+empty_moov'
    const { seconds } = await facts(video('pieces.mp4', args))
    // Without an edit list the first picture comes two frames late.
    expect(seconds).toBeGreaterThan(1.99)
    expect(seconds).toBeLessThan(2.25)
  })

  it('takes no header’s word for the length of a file that was cut off', async () => {
    const whole = readFileSync(numberedVideo({ seconds: 12, extra: ['-movflags', '+faststart'] }))
    const found = await facts(put('cut-off.mp4', whole.subarray(0, whole.length / 2)))
    expect(found.seconds).toBeGreaterThan(3)
    expect(found.seconds).toBeLessThan(9)
    expect(found.playable).toBe(false)
  })
})

describe('measuring sound', () => {
  it('counts the length of an MP3 of varying bit rate without an index', async () => {
    const path = media('vbr.mp3', [
      ...words('-f lavfi -i sine=d=3 -f lavfi -i aevalsrc=0:d=9 -filter_complex'),
      '[0][1]concat=n=2:v=0:a=1',
      ...words('-c:a libmp3lame -q:a 4 -write_xing 0'),
    ])
    expect((await facts(path)).seconds).toBeCloseTo(12, 0)
  })

  it('does not take cover art for a video', async () => {
    const cover = media('cover.png', words('-f lavfi -i color=red:s=64x64:d=1 -frames:v 1'))
    const path = media('song.mp3', [
      ...words('-f lavfi -i sine=d=2 -i'),
      cover,
      ...words('-map 0 -map 1 -c:a libmp3lame -c:v copy -id3v2_version 3 -disposition:v attached_pic'),
    ])
    const found = await facts(path)
    expect(found).toMatchObject({ kind: 'audio', extension: 'mp3', width: null, playable: true })
  })

  it('finds an MP3 behind junk', async () => {
    const song = readFileSync(media('song2.mp3', words('-f lavfi -i sine=d=2 -c:a libmp3lame')))
    const path = put('junk.mp3', Buffer.concat([Buffer.alloc(100_000, 0x3c), song]))
    expect(await facts(path)).toMatchObject({ kind: 'audio', extension: 'mp3' })
  })
})

describe('measuring what needs no ffmpeg', () => {
  it('knows pictures and captions by their first bytes', async () => {
    const png = media('picture.png', words('-f lavfi -i color=red:s=64x48:d=1 -frames:v 1'))
    expect(await facts(png, 'picture.mp4')).toEqual({
      kind: 'image',
      extension: 'png',
      mediaType: 'image/png',
      width: 64,
      height: 48,
      seconds: null,
      framesPerSecond: null,
      playable: true,
    })
    const jpeg = media('picture.jpg', words('-f lavfi -i color=red:s=64x48:d=1 -frames:v 1'))
    expect(await facts(jpeg)).toMatchObject({ extension: 'jpg', width: 64, height: 48 })
    const captions = put('talk.vtt', '\uFEFFWEBVTT - English\n\n00:00.000 --> 00:01.000\nHello\n')
    expect(await facts(captions)).toMatchObject({ kind: 'captions', mediaType: 'text/vtt', seconds: null })
  })
})

describe('refusing', () => {
  it('names what it knows and does not take', async () => {
    const svg =
      '<?xml version="1.0"?><!-- made by hand -->\n<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>'
    expect(await problem(put('logo.svg', svg))).toBe(
      'unsupported: Importing logo.svg, an SVG drawing, cannot be done here. Export it as PNG, JPEG or WebP, then import that.',
    )
    expect(await problem(put('logo.png', svg), 'logo.png')).toContain('an SVG drawing')
    expect(await problem(put('photo.jpg', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'))).toContain('a HEIC photo')
  })

  it.each([
    ['talk.mp4', 'not a video at all '.repeat(200), 'media-damaged'],
    ['talk.mp3', '\0'.repeat(2000), 'media-damaged'],
    ['letter.docx', 'PK\x03\x04 and so on', 'file-kind-unknown'],
    ['captions.srt', '1\n00:00:00,000 --> 00:00:01,000\nHello\n', 'file-kind-unknown'],
    ['picture.png', '\x89PNG\r\n\x1a\nIH', 'media-damaged'],
    ['list.m3u8', '#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n', 'file-kind-unknown'],
    ['list.mp4', 'ffconcat version 1.0\nfile talk.mp4\n', 'media-damaged'],
    ['list.mkv', 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=video 5004 RTP/AVP 96\n', 'media-damaged'],
  ])('%s that holds something else', async (name, content, code) => {
    const path = put(name, Buffer.from(content, 'latin1'))
    const said = await problem(path)
    expect(said).toMatch(new RegExp(`^${code}: ${name.replace('.', '\\.')} `))
    expect(said).not.toContain(folder)
  })

  it('says that ffprobe is missing only of what it would be needed for', async () => {
    const none = createFfmpegTools({ setting: null, bundled: folder, packages: null, path: '' })
    const failure = async (name: string) =>
      (await failureOf(measure(none, put(name, 'words'), { name, bytes: 5 }))).code
    expect(await failure('talk.mp4')).toBe('ffmpeg-missing')
    expect(await failure('letter.txt')).toBe('file-kind-unknown')
  })
})
