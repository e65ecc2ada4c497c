import { expect, test } from 'vitest'
import { findChromium } from '../../scripts/lib/chromium.mjs'

test('tests run on a Node that better-sqlite3 can load in', () => {
  expect(Number(process.versions.napi)).toBeGreaterThanOrEqual(10)
})

test('Chromium is looked up where the environment says, and nowhere else when it says so', () => {
  expect(findChromium({ MORSEL_CHROMIUM: process.execPath, PATH: '' })).toBe(process.execPath)
  expect(findChromium({ MORSEL_CHROMIUM: '/no/such/program', PATH: '/usr/bin' })).toBeUndefined()
})
