import { runQuietly } from './run.mjs'

const checks = [
  { name: 'types', program: 'tsc', parameters: ['-b', '--pretty', 'false'] },
  {
    name: 'lint and fences',
    program: 'oxlint',
    parameters: ['--quiet', 'shared', 'electron', 'renderer', 'scripts', 'test'],
  },
  { name: 'format', program: 'biome', parameters: ['format', '.'] },
  { name: 'unused code', program: 'knip', parameters: ['--no-progress'] },
]

/**
 * Runs every static check at once.
 * @returns {Promise<{ name: string, code: number, output: string, seconds: number }[]>}
 */
export const runChecks = () =>
  Promise.all(
    checks.map(async ({ name, program, parameters }) => ({
      name,
      ...(await runQuietly(program, parameters)),
    })),
  )

/** Prints what failed in full and what passed in a line each; answers how many failed. */
export const reportChecks = (results) => {
  for (const { name, code, output, seconds } of results) {
    console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`)
    if (code !== 0) console.log(`${output.trim().replace(/^/gm, '  ')}\n`)
  }
  const failed = results.filter(({ code }) => code !== 0)
  if (failed.some(({ name }) => name === 'format')) console.log('To put the format right: npm run format')
  return failed.length
}
