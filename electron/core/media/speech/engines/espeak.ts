import { bracketsApart, type SpeechEngine, wordsOf } from '../engine.ts'
import { outputOf, runEngine } from '../run-engine.ts'

const program = 'espeak-ng'
/** Words a minute, which is its own measure of speed. */
const usualSpeed = 175

const escaped = (text: string) =>
  bracketsApart(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** eSpeak NG, which speaks a hundred languages, none of them like a person. */
export const espeak: SpeechEngine = {
  name: 'espeak-ng',
  howToGet:
    process.platform === 'win32'
      ? 'Install eSpeak NG from its releases page.'
      : process.platform === 'darwin'
        ? 'Install espeak-ng with Homebrew (brew install espeak-ng).'
        : 'Install espeak-ng with the package manager (apt install espeak-ng).',
  async version() {
    const said = await outputOf(program, ['--version'])
    return said === null ? null : (/[\d.]+/.exec(said)?.[0] ?? 'unknown')
  },
  async voices() {
    const table = (await outputOf(program, ['--voices'])) ?? ''
    return table
      .split('\n')
      .slice(1)
      .flatMap((row) => {
        const [, language = '', , name = ''] = row.trim().split(/\s+/)
        return language === ''
          ? []
          : [{ id: language, name: name.replaceAll('_', ' '), language, quality: 'robotic' as const }]
      })
  },
  async speak({ runs, voice, speed, output, signal }) {
    // SSML, so that stress is heard; every word of an author's is escaped, and goes through standard input.
    const ssml = runs
      .map(({ text, isStressed }) =>
        isStressed ? `<emphasis level="strong">${escaped(text)}</emphasis>` : escaped(text),
      )
      .join('')
    await runEngine({
      path: program,
      args: [
        '--stdin',
        '-m',
        '-b',
        '1',
        '-v',
        voice,
        '-s',
        String(Math.round(usualSpeed * speed)),
        '-w',
        output,
      ],
      input: `<speak>${ssml}</speak>`,
      signal,
      characters: wordsOf(runs).length,
    })
  },
}
