import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { learnerSchemeRules } from './learner-scheme.ts'

test('both schemes of the player’s theme are found, and differ', () => {
  const theme = readFileSync(new URL('../../player/style/theme.css', import.meta.url), 'utf8')
  const [light = '', dark = ''] = learnerSchemeRules(theme).split('\n')
  for (const name of ['--paper', '--ink', '--line', '--accent', 'color-scheme']) {
    const value = (rule: string) => new RegExp(`[ ;]${name}: ([^;]+);`).exec(rule)?.[1]
    expect(value(light), name).toBeTruthy()
    expect(value(dark), name).toBeTruthy()
    expect(value(light), name).not.toBe(value(dark))
  }
})
