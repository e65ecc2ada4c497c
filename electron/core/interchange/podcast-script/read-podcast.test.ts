import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { scriptSchema } from '../../../../shared/podcast/script.ts'
import { readPodcast } from './read-podcast.ts'

const folder = mkdtempSync(join(tmpdir(), 'morsel-script-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('takes files from the script’s own folder alone, and reports those it leaves out', async () => {
  const inside = join(folder, 'in')
  mkdirSync(inside)
  for (const name of ['secret.wav', 'in/here.wav']) writeFileSync(join(folder, name), 'x')
  symlinkSync(join(folder, 'secret.wav'), join(inside, 'link.wav'))
  const path = join(inside, 'script.md')
  writeFileSync(
    path,
    'voices: { Ana: en }\nmusic: { intro: here.wav, bed: ../secret.wav, outro: link.wav }\ncover: none.png\nbitrate: 192\n---\nAna: Hi.\n[clip /etc/passwd]\n[clip gone.wav | Ana: Said.]\n[clip gone.wav | Unsaid.]\n',
  )
  const { script, files, report, ...file } = await readPodcast(path)
  expect(file).toEqual({ bitrate: 192, sampleRate: 48_000 })
  expect(scriptSchema.parse(script)).toEqual(script)
  expect(files).toEqual({ 'here.wav': join(inside, 'here.wav') })
  expect(script.music).toMatchObject({ intro: 'here.wav', bed: null, outro: null })
  expect(script.cover).toBeNull()
  expect(script.chapters[0]?.lines).toMatchObject([
    { kind: 'speech', text: 'Hi.' },
    { kind: 'speech', text: 'Said.', place: 8 },
  ])
  expect(report.map(({ place, found }) => `${place} ${found}`)).toEqual([
    'line 2 music: ../secret.wav',
    'line 2 music: link.wav',
    'line 3 cover: none.png',
    'line 7 clip: /etc/passwd',
    'line 8 clip: gone.wav',
    'line 8 Ana: Said.',
    'line 9 clip: gone.wav',
    'line 9 Unsaid.',
  ])
})

it('takes the pictures of chapters, and names the chapter of one that is not there', async () => {
  writeFileSync(join(folder, 'one.png'), 'x')
  const path = join(folder, 'pictures.md')
  writeFileSync(
    path,
    'voices: { Ana: en }\n---\nAna: Hi.\n\n# One {picture: one.png}\nAna: One.\n\n# Two {picture: no, png}\nAna: Two.\n\n# Three {picture: no.png}\nAna: Three.\n',
  )
  const { script, files, report } = await readPodcast(path)
  expect(files).toEqual({ 'one.png': join(folder, 'one.png') })
  expect(script.chapters.map(({ lines: _lines, ...chapter }) => chapter)).toEqual([
    { title: null },
    { title: 'One', picture: 'one.png' },
    { title: 'Two' },
    { title: 'Three' },
  ])
  expect(report.map(({ place, found }) => `${place} ${found}`)).toEqual([
    'line 8 png',
    'line 8 picture of “Two”: no',
    'line 11 picture of “Three”: no.png',
  ])
})

it('says in a sentence why a file is no script', async () => {
  await expect(readPodcast(join(folder, 'no.md'))).rejects.toMatchObject({ code: 'file-missing' })
  await expect(readPodcast(folder)).rejects.toMatchObject({ code: 'file-unreadable' })
  const large = join(folder, 'large.md')
  writeFileSync(large, 'x'.repeat(2_000_001))
  await expect(readPodcast(large)).rejects.toThrow('large.md is larger than 2 MB.')
  const silent = join(folder, 'silent.md')
  writeFileSync(silent, 'title: Nothing\n---\n(pause 2)\n')
  await expect(readPodcast(silent)).rejects.toThrow('Nobody says anything in it.')
})
