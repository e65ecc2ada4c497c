import { release } from 'node:os'
import { type SpeechEngine, wordsOf } from '../engine.ts'
import { outputOf, runEngine } from '../run-engine.ts'

const program = 'powershell.exe'

/** Words never stand in a command: scripts are ours, and what they work with comes by standard input and the environment. */
const command = (script: string) => [
  '-NoProfile',
  '-NonInteractive',
  '-EncodedCommand',
  Buffer.from(script, 'utf16le').toString('base64'),
]

const listing = `
Add-Type -AssemblyName System.Speech
$s = New-Object System.Speech.Synthesis.SpeechSynthesizer
$s.GetInstalledVoices() | Where-Object { $_.Enabled } | ForEach-Object { $_.VoiceInfo.Name + "\`t" + $_.VoiceInfo.Culture.Name }
`
const speaking = `
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$text = (New-Object System.IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)).ReadToEnd()
$s = New-Object System.Speech.Synthesis.SpeechSynthesizer
$s.SelectVoice($env:MORSEL_VOICE)
$s.Rate = [int]$env:MORSEL_RATE
$s.SetOutputToWaveFile($env:MORSEL_OUTPUT)
$s.Speak($text)
$s.Dispose()
`

/** System.Speech of Windows. */
export const windows: SpeechEngine = {
  name: 'windows',
  howToGet:
    process.platform === 'win32' ? 'More voices are in Settings, under Time & language, Speech.' : null,
  async version() {
    if (process.platform !== 'win32') return null
    return (await outputOf(program, command(listing))) === null ? null : release()
  },
  async voices() {
    const table = (await outputOf(program, command(listing))) ?? ''
    return table.split(/\r?\n/).flatMap((row) => {
      const [name = '', language = ''] = row.split('\t')
      return language === '' ? [] : [{ id: name, name, language, quality: 'natural' as const }]
    })
  },
  async speak({ runs, voice, speed, output, signal }) {
    const words = wordsOf(runs)
    // Its own scale: −10 is a third as fast, 10 three times.
    const rate = Math.round((10 * Math.log(speed)) / Math.log(3))
    await runEngine({
      path: program,
      args: command(speaking),
      input: words,
      env: { ...process.env, MORSEL_VOICE: voice, MORSEL_RATE: String(rate), MORSEL_OUTPUT: output },
      signal,
      characters: words.length,
    })
  },
}
