import { bracketsApart, type SpeechEngine, wordsOf } from '../engine.ts'
import { outputOf, runEngine } from '../run-engine.ts'

const program = '/usr/bin/say'
/** Words a minute, which is its own measure of speed. */
const usualSpeed = 175

/** What macOS speaks with. */
export const say: SpeechEngine = {
  name: 'say',
  howToGet:
    process.platform === 'darwin' ? 'More voices are in System Settings, under Spoken Content.' : null,
  version: async () =>
    process.platform === 'darwin'
      ? ((await outputOf('/usr/bin/sw_vers', ['-productVersion']))?.trim() ?? null)
      : null,
  async voices() {
    const table = (await outputOf(program, ['-v', '?'])) ?? ''
    return table.split('\n').flatMap((row) => {
      const [, name = '', language = ''] = /^(.+?)\s+([a-z]{2,3}[_-][A-Z0-9]{2,3})\s+#/.exec(row) ?? []
      return name === ''
        ? []
        : [{ id: name, name, language: language.replace('_', '-'), quality: 'natural' as const }]
    })
  },
  async speak({ runs, voice, speed, output, signal }) {
    // `[[emph +]]` is said to be heard by older voices only; newer ones stress by themselves.
    const words = runs
      .map(({ text, isStressed }) => `${isStressed ? '[[emph +]]' : ''}${bracketsApart(text)}`)
      .join('')
    await runEngine({
      path: program,
      args: [
        '-v',
        voice,
        '-r',
        String(Math.round(usualSpeed * speed)),
        '--file-format=WAVE',
        '--data-format=LEI16@22050',
        '-o',
        output,
        '-f',
        '-',
      ],
      input: words,
      signal,
      characters: wordsOf(runs).length,
    })
  },
}
