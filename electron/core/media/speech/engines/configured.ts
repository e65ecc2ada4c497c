import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { writeFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { type SpeechEngine, wordsOf } from '../engine.ts'
import { canStart, runEngine } from '../run-engine.ts'

/**
 * A command that speaks, such as Piper. In its words, `{voice}`, `{speed}`, `{output}`, `{text}` and `{textFile}` are filled in;
 * without either of the last two, the text is given on standard input. No shell reads any of it.
 */
const configuredSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  program: z.string().min(1),
  args: z.array(z.string()),
  voices: z
    .array(
      z.strictObject({ id: z.string().min(1), name: z.string().optional(), language: z.string().min(2) }),
    )
    .min(1),
})
type Configured = z.infer<typeof configuredSchema>

/** The commands that the designer's own `speech-engines.json` names; `log` hears when it cannot be read. */
export function configuredEngines(home: string, log: (line: string) => void): SpeechEngine[] {
  const path = join(home, 'speech-engines.json')
  try {
    return z
      .array(configuredSchema)
      .parse(JSON.parse(readFileSync(path, 'utf8')))
      .map(engineOf)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!isMissing) log(`${path} names no speech engines: ${String(error)}`)
    return []
  }
}

/** Words as an argument: no program takes what begins with a blank for an option. */
const noOption = (text: string) => text.replace(/^-/, ' -')

function engineOf(configured: Configured): SpeechEngine {
  const { name, program, args, voices } = configured
  return {
    name,
    howToGet: `Install ${program}, or take it out of speech-engines.json.`,
    // Commands have no common way to tell their version: what is configured stands for it.
    version: async () =>
      (await canStart(program))
        ? createHash('sha256').update(JSON.stringify(configured)).digest('hex').slice(0, 12)
        : null,
    voices: async () =>
      voices.map((voice) => ({ ...voice, name: voice.name ?? voice.id, quality: 'unknown' as const })),
    async speak({ runs, voice, speed, output, signal }) {
      const text = wordsOf(runs)
      const textFile = `${output}.txt`
      const values: Record<string, string> = {
        voice,
        speed: String(speed),
        output,
        text: noOption(text),
        textFile,
      }
      const filled = args.map((word) => word.replace(/\{(\w+)\}/g, (all, key: string) => values[key] ?? all))
      const hasFile = args.some((word) => word.includes('{textFile}'))
      const hasText = args.some((word) => word.includes('{text}'))
      if (hasFile) await writeFile(textFile, text)
      try {
        await runEngine({
          path: program,
          args: filled,
          ...(!hasFile && !hasText && { input: text }),
          signal,
          characters: text.length,
        })
      } finally {
        if (hasFile) await rm(textFile, { force: true })
      }
    },
  }
}
