import type { SpeechEngine } from '../engine.ts'
import { configuredEngines } from './configured.ts'
import { espeak } from './espeak.ts'
import { say } from './say.ts'
import { windows } from './windows.ts'

/** Every engine there may be, those first that sound best: a new one is a file beside this one and a word here. */
export const speechEngines = (home: string, log: (line: string) => void): SpeechEngine[] => [
  ...configuredEngines(home, log),
  say,
  windows,
  espeak,
]
