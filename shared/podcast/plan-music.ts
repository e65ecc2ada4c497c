import { asSeconds, inSamples, lengthOf } from './samples.ts'
import type { PlacedMusic, Sound } from './timeline.ts'

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
  /** The bed's own fades, where no intro hands over to it. */
  bedFade: 1,
  /** Music that ends where its file does still gets a fade, against a click. */
  shortest: 0.05,
} as const

/**
 * Where music is heard around words of which the first starts at sample `first` and the last ends at `last`, and by how many
 * samples (`lead`) the intro moves the words.
 */
export function planMusic(
  { intro, bed, outro }: SoundsOfMusic,
  { first, last }: { first: number; last: number },
): { music: PlacedMusic[]; lead: number } {
  const music: PlacedMusic[] = []
  const lead = intro ? Math.min(lengthOf(intro), inSamples(musicRules.introAlone)) : 0
  const begin = asSeconds(first + lead)
  const end = asSeconds(last + lead)
  const opening = intro ? placeIntro(intro, { begin: asSeconds(lead), end }) : null
  if (opening) music.push(opening)
  if (bed && bed.samples > 0) {
    const longest = (end - begin) / 2
    music.push({
      sound: bed,
      role: 'bed',
      start: begin,
      seconds: end - begin,
      // Bed and intro cross: one comes as the other goes.
      fadeIn: Math.min(Math.max(opening?.fadeOut ?? 0, musicRules.bedFade), longest),
      fadeOut: Math.min(musicRules.bedFade, longest),
    })
  }
  if (outro && outro.samples > 0) music.push(placeOutro(outro, { begin, end }))
  return { music, lead }
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
