import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// How @electron/fuses finds the fuses in a binary: this sentinel, a version byte, a count, then a character for each.
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
]

/** Writes what electron-builder needs of an Electron distribution, fuses as Electron ships them, into `folder`. */
export const writeStubElectron = (folder) => {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  const fuses = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([1, fuseNames.length]),
    Buffer.from('10111001'),
  ])
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), fuses]))
  chmodSync(join(folder, 'electron'), 0o755)
  for (const file of ['chrome-sandbox', 'LICENSE', 'LICENSES.chromium.html', 'resources/inspector']) {
    writeFileSync(join(folder, file), '')
  }
  writeFileSync(join(folder, 'version'), '45.4.1')
  for (const language of ['en-US', 'de', 'fr']) writeFileSync(join(folder, `locales/${language}.pak`), '')
}

/**
 * The fuses of an Electron binary, by the names electron-builder.yml gives them.
 * @param {Buffer} binary
 * @returns {Record<string, boolean>}
 */
export const readFuses = (binary) => {
  const start = binary.indexOf(sentinel) + sentinel.length + 2
  return Object.fromEntries(
    fuseNames.map((name, index) => [name, String.fromCharCode(binary[start + index]) === '1']),
  )
}
