import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findChromium } from './chromium.mjs'

const isRootOnDebian = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')

const aptGet = (...parameters) =>
  spawnSync('apt-get', parameters, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/**
 * The Chromium to test in; Debian's package is installed where that needs no asking. Ends the process with a sentence
 * when there is none.
 * @returns {string}
 */
export const ensureChromium = () => {
  const found = findChromium()
  if (found) return found
  if (process.env.MORSEL_CHROMIUM) {
    console.error(`MORSEL_CHROMIUM names ${process.env.MORSEL_CHROMIUM}, and there is no program there.`)
    process.exit(1)
  }
  if (isRootOnDebian()) {
    console.log("Installing Debian's Chromium for the tests…")
    const isInstalled =
      aptGet('update', '-qq') &&
      aptGet('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation')
    const installed = isInstalled ? findChromium() : undefined
    if (installed) return installed
  }
  console.error(
    'The tests drive Chromium and found none. Install Chromium or Google Chrome (Debian: apt-get install chromium), or name one in MORSEL_CHROMIUM.',
  )
  process.exit(1)
}

/**
 * Debian's espeak-ng, for what speaks; installed where that needs no asking. Tests that need it are skipped, and named, where
 * it is not there.
 */
export const ensureEspeak = () => {
  const isThere = () =>
    (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'espeak-ng')))
  if (isThere() || !isRootOnDebian()) return
  console.log('Installing espeak-ng for the tests that speak…')
  const install = () => aptGet('install', '-y', '-qq', '--no-install-recommends', 'espeak-ng')
  // The package lists of a fresh machine are empty.
  if (!install() && aptGet('update', '-qq')) install()
  if (!isThere()) console.log('espeak-ng could not be installed: the tests that speak are skipped.')
}
