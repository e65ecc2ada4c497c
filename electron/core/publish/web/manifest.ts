import type { Bundle } from '../../../../shared/bundle/format.ts'

/** What home screens have room for. */
const shortLength = 12
/** The ground of the player's page. */
const paper = '#fbfaf8'

/** The web application manifest of a module; its icons are `192.png` and `512.png` in `icons/`. */
export function webManifest({ title, language, direction }: Bundle): string {
  const icon = (size: number, purpose: string) => ({
    src: `icons/${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
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
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
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
