import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { Progress } from '../../../../shared/contract/base.ts'
import { StudioError } from '../../../../shared/errors.ts'
import type { Script, Speaker } from '../../../../shared/podcast/script.ts'
import { pronounced, sentencesOf } from '../../../../shared/podcast/sentences.ts'
import { runsOf, withoutStress } from '../../../../shared/podcast/stress.ts'
import type { Sound } from '../../../../shared/podcast/timeline.ts'
import { fileArgument, inputArguments } from '../ffmpeg/arguments.ts'
import { throwIfAborted } from '../ffmpeg/run.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { createSpeechCache } from './cache.ts'
import { type SpeechEngine, SpeechProblem } from './engine.ts'
import { type Picked, pickVoice, type Present } from './pick-voice.ts'
import { readWav, withoutSilence, writeWav } from './wav.ts'

/** Raised when the same sentence would sound otherwise, so that old ones are not taken for it. */
const recipe = '2'

/** A sentence as it was spoken, and what it says in plain words. */
export type Spoken = { sound: Sound; text: string }

/** The sentences of each speech line, by the line's `place`. */
export type SpokenLines = ReadonlyMap<number, readonly Spoken[]>

export type Speech = {
  /** The engines that are there, and those that are not. */
  survey: () => Promise<{ present: Present[]; missing: SpeechEngine[] }>
  /**
   * Speaks a script's lines, a sentence at a time; what was spoken before is remembered. Throws `voice-unknown` or
   * `no-speech-engine` before anything is spoken, `speech-failed` with every line that was not.
   */
  speak: (script: Script, signal?: AbortSignal) => AsyncGenerator<Progress, SpokenLines, undefined>
  /** Speaks those of a script's lines that can be spoken. */
  speakSome: (script: Script, signal?: AbortSignal) => AsyncGenerator<Progress, SpokenInPart, undefined>
}

/** What could be spoken of a script: whole lines, what is wrong with each of the others, and what `speak` would throw. */
export type SpokenInPart = { lines: SpokenLines; problems: string[]; failure: StudioError | null }

/** What becomes of a line whose voice is not there. */
type OnUnknown = (error: StudioError, place: number) => void

type Sentence = { place: number; order: number; text: string; voice: Picked; speed: number }

/** `cacheFolder` is made when first needed. */
export function createSpeech({
  engines,
  cacheFolder,
  tools,
}: {
  engines: readonly SpeechEngine[]
  cacheFolder: string
  tools: FfmpegTools
}): Speech {
  const cache = createSpeechCache(cacheFolder)

  async function survey() {
    const found = await Promise.all(
      engines.map(async (engine) => {
        const version = await engine.version()
        const present: Present | null =
          version === null ? null : { engine, version, voices: await engine.voices() }
        return { engine, present }
      }),
    )
    return {
      present: found.flatMap(({ present }) => present ?? []),
      missing: found.flatMap(({ engine, present }) => (present ? [] : [engine])),
    }
  }

  async function spoken(sentence: Sentence, script: Script, signal?: AbortSignal): Promise<Spoken> {
    const { voice, speed, text } = sentence
    const said = pronounced(text, script.pronunciation)
    const key = [recipe, voice.engine.name, voice.version, voice.voice, String(speed), said]
    const make = async (output: string, making: AbortSignal) => {
      await voice.engine.speak({ runs: runsOf(said), voice: voice.voice, speed, output, signal: making })
      await writeWav(
        output,
        withoutSilence((await readWav(output)) ?? (await converted(tools, output, making))),
      )
    }
    const path = await cache.get(key, make, signal)
    let pcm = await readWav(path).catch(() => null)
    if (!pcm) {
      // A power cut may leave a file without its samples: it is made again.
      await rm(path, { force: true })
      pcm = await readWav(await cache.get(key, make, signal))
    }
    if (!pcm) throw new SpeechProblem('what is remembered of it cannot be read')
    const sound: Sound = { path, samples: pcm.samples.length, rate: pcm.rate, channels: 1 }
    return { sound, text: withoutStress(text) }
  }

  async function* speakLines(
    script: Script,
    cancelled: AbortSignal | undefined,
    onUnknown: OnUnknown,
  ): AsyncGenerator<Progress, { lines: Map<number, Spoken[]>; failures: Map<number, string> }, undefined> {
    // What ends this work ends what it started: being cancelled, a failure that is no line's, a reader who goes away.
    const stop = new AbortController()
    const signal = cancelled ? AbortSignal.any([cancelled, stop.signal]) : stop.signal
    const name = `“${script.title}”`
    const sentences = withVoices(script, await survey(), onUnknown)
    const lines = new Map<number, Spoken[]>()
    const failures = new Map<number, string>()
    const startedAt = Date.now()
    let next = 0
    let done = 0
    let moved = Promise.withResolvers<void>()
    async function work(): Promise<void> {
      for (let at = next++; at < sentences.length && !signal.aborted; at = next++) {
        const sentence = sentences[at]
        if (!sentence) return
        try {
          const line = lines.get(sentence.place) ?? []
          lines.set(sentence.place, line)
          line[sentence.order] = await spoken(sentence, script, signal)
        } catch (error) {
          if (!(error instanceof SpeechProblem)) {
            stop.abort()
            throw error
          }
          failures.set(sentence.place, problemWith(sentence, error))
        }
        done++
        moved.resolve()
      }
    }
    const workers = Array.from({ length: availableParallelism() }, work)
    const ended = Promise.all(workers).finally(() => {
      done = sentences.length
      moved.resolve()
    })
    ended.catch(() => {})
    try {
      while (done < sentences.length) {
        const fraction = done / sentences.length
        const passed = (Date.now() - startedAt) / 1000
        yield {
          type: 'progress',
          phase: 'Speaking',
          fraction,
          secondsLeft: fraction > 0.02 ? (passed / fraction) * (1 - fraction) : null,
        }
        // What moved while the reader was away counts as well.
        await moved.promise
        moved = Promise.withResolvers()
      }
      await ended
    } finally {
      stop.abort()
      await Promise.allSettled(workers)
    }
    throwIfAborted(cancelled, name)
    await cache.tidy()
    return { lines, failures }
  }

  return {
    survey,
    async *speak(script, signal) {
      const { lines, failures } = yield* speakLines(script, signal, (error) => {
        throw error
      })
      if (failures.size > 0) throw failed(failures)
      return lines
    },
    async *speakSome(script, signal) {
      let unknown: StudioError | null = null
      const without = new Map<number, string>()
      const { lines, failures } = yield* speakLines(script, signal, (error, place) => {
        unknown ??= error
        without.set(place, `line ${place}: ${error.message}`)
      })
      for (const place of failures.keys()) lines.delete(place)
      return {
        lines,
        problems: inOrder(new Map([...failures, ...without])),
        failure: unknown ?? (failures.size > 0 ? failed(failures) : null),
      }
    },
  }
}

function withVoices(
  script: Script,
  { present, missing }: { present: Present[]; missing: SpeechEngine[] },
  onUnknown: OnUnknown,
): Sentence[] {
  const speakers = new Map(script.speakers.map((speaker) => [speaker.name, speaker]))
  const picked = new Map<string, Picked>()
  const voiceOf = (speaker: Speaker) => {
    const voice = picked.get(speaker.name) ?? pickVoice(present, speaker, missing)
    picked.set(speaker.name, voice)
    return voice
  }
  return script.chapters
    .flatMap(({ lines }) => lines)
    .flatMap((line) => {
      if (line.kind !== 'speech') return []
      const speaker = speakers.get(line.speaker) ?? { name: line.speaker, voice: script.language, speed: 1 }
      let voice: Picked
      try {
        voice = voiceOf(speaker)
      } catch (error) {
        if (!(error instanceof StudioError)) throw error
        onUnknown(error, line.place)
        return []
      }
      return sentencesOf(line.text, script.language).map((text, order): Sentence => {
        return { place: line.place, order, text, voice, speed: speaker.speed }
      })
    })
}

/** A WAV of another kind as 16-bit samples of one channel. */
async function converted(tools: FfmpegTools, path: string, signal?: AbortSignal) {
  const output = `${path}.wav`
  try {
    await tools.ffmpeg({
      name: 'what was spoken',
      signal,
      args: [
        ...inputArguments(path, { container: 'wav' }),
        '-c:a',
        'pcm_s16le',
        '-ac',
        '1',
        '-f',
        'wav',
        '-y',
        fileArgument(output),
      ],
    })
    const pcm = await readWav(output)
    if (!pcm) throw new SpeechProblem('what it wrote cannot be read')
    return pcm
  } catch (error) {
    if (!(error instanceof StudioError) || error.code !== 'ffmpeg-failed') throw error
    throw new SpeechProblem('what it wrote cannot be read', { cause: error })
  } finally {
    await rm(output, { force: true })
  }
}

function problemWith({ place, text, voice }: Sentence, { message }: SpeechProblem): string {
  const words = withoutStress(text)
  const shown = words.length > 40 ? `${words.slice(0, 40)}…` : words
  return `line ${place}, “${shown}”: ${voice.engine.name} with ${voice.voice}: ${message}`
}

/** What is wrong with lines, in their order. */
const inOrder = (problems: ReadonlyMap<number, string>): string[] =>
  [...problems].toSorted(([one], [other]) => one - other).map(([, problem]) => problem)

function failed(failures: ReadonlyMap<number, string>): StudioError {
  const all = inOrder(failures)
  return new StudioError('speech-failed', {
    count: all.length,
    first: `${all[0] ?? ''}.`,
    lines: all.join('\n'),
  })
}
