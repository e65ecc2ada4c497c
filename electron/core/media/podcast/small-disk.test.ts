import { randomFillSync } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folder, noise, rendered, says, tools, voiceAt } from '../../../../test/harness/episodes.ts'
import { mountSmallDisk, noSmallDisk, type SmallDisk } from '../../../../test/harness/small-disk.ts'
import type { Timeline } from '../../../../shared/podcast/timeline.ts'
import { decodeSound } from './mix/sounds.ts'
import { createStore } from './store.ts'

let disk: SmallDisk
beforeEach((context) => {
  if (noSmallDisk) context.skip(noSmallDisk)
  disk = mountSmallDisk(2)
})
afterEach(() => {
  if (!noSmallDisk) disk.unmount()
})

/** Mixed, it takes eight megabytes; as a WAV, four. */
const episode = async (): Promise<Timeline> => ({
  seconds: 20,
  placed: [says(await voiceAt(-14), 0.5), says(await voiceAt(-14), 14)],
  music: [],
  duck: 12,
  chapters: [],
  cues: [],
})

describe('on a small disk', () => {
  it('an episode whose mix does not fit says so', async () => {
    const work = rendered(await episode(), { folder: disk.path, outputs: [join(folder, 'small-mix.mp3')] })
    await expect(work).rejects.toMatchObject({ code: 'disk-full', details: { path: disk.path } })
    expect(readdirSync(folder).filter((name) => name.includes('small-mix'))).toEqual([])
  })

  it.each(['mp3', 'm4a', 'opus', 'wav'])(
    'an episode that does not fit as %s says so, and leaves nothing',
    async (kind) => {
      writeFileSync(join(disk.path, 'ballast'), randomFillSync(Buffer.alloc(2_050_000)))
      const work = rendered(await episode(), { outputs: [join(disk.path, `episode.${kind}`)] })
      await expect(work).rejects.toMatchObject({ code: 'disk-full', details: { path: disk.path } })
      expect(readdirSync(disk.path)).toEqual(['ballast'])
    },
  )

  it('music that does not fit when it is decoded says so', async () => {
    const { path } = await noise(20, 5)
    const work = decodeSound(tools, path, { folder: disk.path, number: 1, channels: 2 })
    await expect(work).rejects.toMatchObject({ code: 'disk-full', details: { path: disk.path } })
  })

  it('what cannot be remembered for next time is no trouble', async () => {
    const store = join(disk.path, 'store')
    mkdirSync(store)
    writeFileSync(join(disk.path, 'ballast'), randomFillSync(Buffer.alloc(2_050_000)))
    const { files } = await rendered(await episode(), {
      store: createStore(store),
      outputs: [join(folder, 'forgetful.mp3')],
    })
    expect(files[0]?.loudness).toBeCloseTo(-16, 0)
    disk.makeReadOnly()
    await rendered(await episode(), { store: createStore(store), outputs: [join(folder, 'read-only.mp3')] })
  })
})
