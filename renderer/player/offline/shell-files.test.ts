import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const at = 'https://site.example/bees/'
const media = `morsel ${at} media`
const [earlier, own] = [`morsel ${at} 1`, `morsel ${at} 2`]
const others = ['morsel https://site.example/wasps/ 1', 'of the site itself']

let names: string[]
const registration = { scope: at, installing: null as unknown, waiting: null as unknown }

beforeEach(() => {
  names = [earlier, own, media, ...others]
  vi.stubGlobal('self', { registration, morsel: { version: '2', files: [], media: [] } })
  vi.stubGlobal('caches', {
    keys: async () => names,
    delete: async (name: string) => (names = names.filter((kept) => kept !== name)),
  })
})
afterEach(() => {
  Object.assign(registration, { installing: null, waiting: null })
  vi.unstubAllGlobals()
  vi.resetModules()
})

async function forget() {
  const { forgetEarlier } = await import('./shell-files.ts')
  await forgetEarlier()
}

it('forgets the versions before this one, and nothing else', async () => {
  await forget()
  expect(names).toEqual([own, media, ...others])
})

it.each(['installing', 'waiting'])(
  'forgets nothing while a version is %s, whose files they may be',
  async (state) => {
    Object.assign(registration, { [state]: {} })
    await forget()
    expect(names).toEqual([earlier, own, media, ...others])
  },
)
