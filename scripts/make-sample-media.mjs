// Draws the pictures and videos of the sample series from scripts/sample-scenes into resources/sample/media.
// node_modules/.bin/node scripts/make-sample-media.mjs [name…]: all of them, or those whose scene is named so.
// The captions beside them (*.vtt) are written by hand.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ffmpeg from '@ffmpeg-installer/ffmpeg'
import { chromium } from 'playwright'
import { findChromium } from './lib/chromium.mjs'
import { root } from './lib/node.mjs'

const scenes = join(root, 'scripts/sample-scenes')
const media = join(root, 'resources/sample/media')
const framesPerSecond = 24
const samplesPerSecond = 22_050

/** Runs ffmpeg; `feed` writes to its standard input. Rejects with what it said when it fails. */
const runFfmpeg = async (settings, feed) => {
  const child = spawn(ffmpeg.path, ['-hide_banner', '-loglevel', 'error', '-y', ...settings])
  const said = []
  child.stderr.on('data', (bytes) => said.push(bytes))
  const ended = once(child, 'close')
  await feed?.(child.stdin)
  child.stdin.end()
  const [code] = await ended
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${Buffer.concat(said).toString()}`)
}

/** A picture of few colours as a PNG of few colours: a fifth of the size, no visible difference. */
const drawPicture = async (page, target) => {
  const png = await page.locator('#stage').screenshot()
  const palette = 'split[a][b];[a]palettegen=max_colors=200:stats_mode=full[p];[b][p]paletteuse=dither=none'
  await runFfmpeg(
    ['-f', 'image2pipe', '-c:v', 'png', '-i', '-', '-vf', palette, '-frames:v', '1', target],
    (stdin) => stdin.write(png),
  )
}

const drawVideo = async (page, target, folder) => {
  const scene = page.locator('html')
  const seconds = Number(await scene.getAttribute('data-seconds'))
  const chimes = (await scene.getAttribute('data-chimes')).split(' ').map(Number)
  const sound = join(folder, 'sound.wav')
  writeFileSync(sound, toneBed(seconds, chimes))
  const settings =
    `-f image2pipe -c:v png -framerate ${framesPerSecond} -i - -i ${sound} -c:v libx264 -preset veryslow -tune animation ` +
    '-crf 28 -pix_fmt yuv420p -g 240 -vf scale=out_color_matrix=bt709:out_range=tv -colorspace bt709 -color_primaries bt709 ' +
    '-color_trc bt709 -c:a aac -b:a 32k -ac 1 -map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact ' +
    '-movflags +faststart -shortest'
  await runFfmpeg([...settings.split(' '), target], async (stdin) => {
    let last = { drawn: '', png: Buffer.alloc(0) }
    for (let frame = 0; frame < seconds * framesPerSecond; frame++) {
      const drawn = await page.evaluate((time) => globalThis.draw(time), frame / framesPerSecond)
      if (drawn !== last.drawn) last = { drawn, png: await page.screenshot() }
      if (!stdin.write(last.png)) await once(stdin, 'drain')
    }
  })
}

/** A quiet chord that changes every six seconds, and a soft bell when something appears: a WAV file, mono, 16 bit. */
const toneBed = (seconds, chimes) => {
  const length = Math.round(seconds * samplesPerSecond)
  const mix = new Float64Array(length)
  const chords = [
    [130.81, 196, 329.63],
    [110, 164.81, 261.63],
    [87.31, 174.61, 261.63],
    [98, 196, 293.66],
  ]
  const bells = [523.25, 587.33, 659.25, 783.99, 880]
  for (let sample = 0; sample < length; sample++) {
    const time = sample / samplesPerSecond
    const place = Math.floor(time / 6)
    const within = time - place * 6
    // Each chord fades into the next over the last second and a half.
    const blend = Math.max(0, (within - 4.5) / 1.5)
    const tone = (chord) =>
      chord.reduce((sum, hertz, voice) => sum + Math.sin(2 * Math.PI * hertz * time + voice) / (1 + voice), 0)
    const pad = tone(chords[place % 4]) * (1 - blend) + tone(chords[(place + 1) % 4]) * blend
    const fade = Math.min(1, time / 1.5, (seconds - time) / 2)
    mix[sample] = 0.035 * pad * (0.85 + 0.15 * Math.sin(time * 1.3)) * fade
  }
  chimes.forEach((start, index) => {
    const hertz = bells[(index * 2) % bells.length]
    const from = Math.round(start * samplesPerSecond)
    for (let sample = from; sample < Math.min(length, from + 2 * samplesPerSecond); sample++) {
      const time = (sample - from) / samplesPerSecond
      const strike = Math.min(1, time / 0.012) * Math.exp(-3.2 * time)
      mix[sample] +=
        0.07 * strike * (Math.sin(2 * Math.PI * hertz * time) + 0.25 * Math.sin(4 * Math.PI * hertz * time))
    }
  })
  return waveFile(mix)
}

const waveFile = (mix) => {
  const file = Buffer.alloc(44 + mix.length * 2)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + mix.length * 2, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(samplesPerSecond, 24)
  file.writeUInt32LE(samplesPerSecond * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(mix.length * 2, 40)
  mix.forEach((value, index) =>
    file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_767), 44 + index * 2),
  )
  return file
}

const draw = async (page, scene, folder) => {
  const [name, kind] = scene.split('.')
  const target = join(media, `${name}.${kind === 'video' ? 'mp4' : 'png'}`)
  await page.goto(pathToFileURL(join(scenes, scene)).href)
  const faces = await page.evaluate("document.fonts.load('500 42px Inter').then((faces) => faces.length)")
  if (faces === 0) throw new Error(`${scene} found no Inter. Run "npm ci" first.`)
  await (kind === 'video' ? drawVideo(page, target, folder) : drawPicture(page, target))
  console.log(`${target} (${Math.round(statSync(target).size / 1000)} kB)`)
}

const asked = process.argv.slice(2)
const chosen = readdirSync(scenes).filter(
  (file) => file.endsWith('.html') && (asked.length === 0 || asked.includes(file.split('.')[0])),
)
const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium here. Install it, or name one in MORSEL_CHROMIUM.')
mkdirSync(media, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'morsel-sample-'))
const browser = await chromium.launch({ executablePath })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  for (const scene of chosen) await draw(page, scene, folder)
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
