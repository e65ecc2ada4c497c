import type { Bundle } from '../../../../shared/bundle/format.ts'
import { iconSize } from './icon.ts'

/** What home screens have room for. */
const shortLength = 12
/** The ground of the player's page. */
const paper = '#fbfaf8'

/** The web application manifest of a module, whose icon is `icon.png`; all of its drawing is where no launcher cuts. */
export function webManifest({ title, language, direction }: Bundle): string {
  return JSON.stringify({
    name: title,
    short_name: shortName(title),
    lang: language,
    dir: direction,
    start_url: '.',
    scope: '.',
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: 'icon.png', sizes: `${iconSize}x${iconSize}`, type: 'image/png', purpose: 'any maskable' },
    ],
  })
}

/** As many whole words of a title as fit below an icon; the launcher cuts a first word that is longer. */
function shortName(title: string): string {
  const words = title.trim().split(/\s+/)
  let short = words[0] ?? title
  for (const word of words.slice(1)) {
    if ([...`${short} ${word}`].length > shortLength) break
    short = `${short} ${word}`
  }
  return short
}
