import { verbs } from './verbs/index.ts'

/** What `help` prints. */
export function helpText(): string {
  const width = Math.max(...verbs.map(({ name }) => name.length))
  return [
    'Morsel Studio on the command line: npm run -s morsel -- <verb> …',
    '',
    ...verbs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    ...verbs.map(({ usage }) => `  ${usage}`),
    '',
    'Every verb takes --json: one JSON object on stdout, words for people on stderr. The exit code is 0 only on success.',
  ].join('\n')
}
