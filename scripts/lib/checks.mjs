import { runQuietly } from './run.mjs'

const runTypes = async () => {
  const quick = await runQuietly('tsc', ['-b', '--pretty', 'false'])
  // An incremental build keeps an error that a new global declaration has cured: only a full one is believed.
  return quick.code === 0 ? quick : runQuietly('tsc', ['-b', '--force', '--pretty', 'false'])
}

const checks = [
  { name: 'types', run: runTypes },
  {
    name: 'lint and fences',
    run: () =>
      runQuietly('oxlint', [
        '--quiet',
        'shared',
        'electron',
        'renderer',
        'scripts',
        'test',
        'vitest.config.ts',
        'playwright.config.ts',
      ]),
  },
  { name: 'format', run: () => runQuietly('biome', ['format', '.']) },
  { name: 'unused code', run: () => runQuietly('knip', ['--no-progress']) },
]

/**
 * Runs every static check at once.
 * @returns {Promise<{ name: string, code: number, output: string, seconds: number }[]>}
 */
export const runChecks = () => Promise.all(checks.map(async ({ name, run }) => ({ name, ...(await run()) })))

/** Prints what failed in full and what passed in a line each; answers the names of those that failed. */
export const reportChecks = (results) => {
  for (const { name, code, output, seconds } of results) {
    console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`)
    if (code !== 0) console.log(`${output.trim().replace(/^/gm, '  ')}\n`)
  }
  const failed = results.filter(({ code }) => code !== 0)
  if (failed.some(({ name }) => name === 'format')) console.log('To put the format right: npm run format')
  return failed.map(({ name }) => name)
}
