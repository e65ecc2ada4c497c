import { asSeconds, inSamples, lengthOf } from './samples.ts'
import type { PlacedMusic as Music, Sound } from './timeline.ts'

/** The music of an episode; null where it has none. */
export type SoundsOfMusic = { intro: Sound | null; bed: Sound | null; outro: Sound | null }

/** Seconds. */
export const musicRules = {
  /** The intro is heard alone for at most this long: listeners came for the words. */
  introAlone: 4,
  /** Then it fades out under the first words. */
  introFade: 6,
  /** The outro comes up under the last words. */
  outroLead: 2,
  /** Then it is heard alone for at most this long. */
  outroAlone: 8,
  /** Its last seconds fade out. */
  outroFade: 4,
  /** The bed's own fades, where no intro hands over to it, and over which it begins anew. */
  bedFade: 1,
  /** A part that is shorter goes on with the bed of the one before. */
  bedShortest: 15,
  /** Music that ends where its file does still gets a fade, against a click. */
  shortest: 0.05,
} as const

/** By how many samples the intro moves the words. */
export function leadOf(intro: Sound | null): number {
  return intro ? Math.min(lengthOf(intro), inSamples(musicRules.introAlone)) : 0
}

/** Music but for how loud it is. */
type PlacedMusic = Omit<Music, 'gain'>

/**
 * Where music is heard around words of which the first starts at sample `first` and the last ends at `last`. The bed begins
 * anew at each of `parts`, so that how long a chapter is changes nothing of what is heard in the next.
 */
export function planMusic(
  { intro, bed, outro }: SoundsOfMusic,
  { first, last, parts }: { first: number; last: number; parts: readonly number[] },
): PlacedMusic[] {
  const music: PlacedMusic[] = []
  const begin = asSeconds(first)
  const end = asSeconds(last)
  const opening = intro ? placeIntro(intro, { begin: asSeconds(leadOf(intro)), end }) : null
  if (opening) music.push(opening)
  if (bed && bed.samples > 0)
    // Bed and intro cross: one comes as the other goes.
    music.push(...placeBed(bed, { first, last, parts, fadeIn: opening?.fadeOut ?? 0 }))
  if (outro && outro.samples > 0) music.push(placeOutro(outro, { begin, end }))
  return music
}

/** One bed crosses over into the next around the start of a part; parts that are too short for that are passed over. */
function placeBed(
  bed: Sound,
  { first, last, parts, fadeIn }: { first: number; last: number; parts: readonly number[]; fadeIn: number },
): PlacedMusic[] {
  const [shortest, half] = [inSamples(musicRules.bedShortest), inSamples(musicRules.bedFade / 2)]
  const isLong = (part: number, index: number) => (parts[index + 1] ?? last) - part >= shortest
  const starts = [first, ...parts.filter(isLong)]
  return starts.map((at, index): PlacedMusic => {
    const next = starts[index + 1]
    const from = index === 0 ? at : at - half
    const seconds = asSeconds((next === undefined ? last : next + half) - from)
    const come = index === 0 ? Math.max(fadeIn, musicRules.bedFade) : musicRules.bedFade
    const longest = seconds / 2
    return {
      sound: bed,
      role: 'bed',
      start: asSeconds(from),
      seconds,
      fadeIn: Math.min(come, longest),
      fadeOut: Math.min(musicRules.bedFade, longest),
    }
  })
}

/** `begin` is where words may start; music does not go on after them (`end`) as an intro. */
function placeIntro(intro: Sound, { begin, end }: { begin: number; end: number }): PlacedMusic | null {
  if (intro.samples === 0) return null
  const seconds = Math.min(asSeconds(lengthOf(intro)), begin + musicRules.introFade, Math.max(end, begin))
  const fadeOut = Math.min(Math.max(seconds - begin, musicRules.shortest), seconds)
  return { sound: intro, role: 'intro', start: 0, seconds, fadeIn: 0, fadeOut }
}

/** A short outro comes up by half its length, so that it is still there when the words are over. */
function placeOutro(outro: Sound, { begin, end }: { begin: number; end: number }): PlacedMusic {
  const length = asSeconds(lengthOf(outro))
  const under = Math.min(musicRules.outroLead, length / 2, end - begin)
  const start = asSeconds(inSamples(end - under))
  const seconds = Math.min(length, end - start + musicRules.outroAlone)
  const alone = seconds - (end - start)
  const fadeOut = Math.min(Math.max(musicRules.shortest, Math.min(musicRules.outroFade, alone)), seconds / 2)
  return { sound: outro, role: 'outro', start, seconds, fadeIn: Math.min(under, seconds / 2), fadeOut }
}
