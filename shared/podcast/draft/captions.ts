import { parseCaptions } from '../../bundle/captions/parse.ts'
import { retimeCaptions } from '../../bundle/captions/retime.ts'
import type { Range } from '../../model/steps/video.ts'
import { oneLine } from '../clean.ts'
import { sentence } from './phrases.ts'
import { speech, type SpeechUnit } from './unit.ts'

/** A line takes sentences until it has this many characters: about a quarter of a minute. */
const enough = 200

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' }

/** What is said in the ranges of a recording that are kept, from its captions (WebVTT), a few sentences a line. */
export function captionUnits(captions: string, keep: readonly Range[], language: string): SpeechUnit[] {
  const cues = parseCaptions(retimeCaptions(captions, keep) ?? '')?.cues ?? []
  const words = oneLine(cues.map(({ payload }) => plainCue(payload.join(' '))).join(' '))
  const lines: string[] = []
  for (const part of words.split(/(?<=[.!?…]["”’»)]*) |(?<=[。！？])/u)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length < enough) lines[lines.length - 1] = `${last} ${part}`
    else lines.push(part)
  }
  return lines
    .filter((line) => line !== '')
    .map((line) => speech('explains', sentence(line, language), 'captions', line))
}

function plainCue(text: string): string {
  return text.replace(/<[^>]*>/g, '').replace(/&([a-z]+);/g, (whole, name: string) => entities[name] ?? whole)
}
