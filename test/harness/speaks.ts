import { spawnSync } from 'node:child_process'

/** Whether this machine has espeak-ng: `npm test` installs it where it may; tests that need it say why they are skipped. */
export const hasEspeak = spawnSync('espeak-ng', ['--version']).status === 0
export const withoutEspeak = 'espeak-ng is not installed here'
