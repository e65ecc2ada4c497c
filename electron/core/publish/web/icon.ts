import { createHash } from 'node:crypto'
import { encodePng, type Rgb } from './png.ts'

/** Grounds that white reads on; which one a module has follows from its id, so that two on a home screen differ. */
const grounds: readonly Rgb[] = [
  [0x3a, 0x4d, 0xb8],
  [0x0b, 0x6f, 0x68],
  [0x8a, 0x3d, 0x7a],
  [0x9a, 0x4a, 0x1c],
  [0x1f, 0x5f, 0x8b],
  [0x4f, 0x66, 0x1e],
  [0xa0, 0x37, 0x4a],
  [0x5a, 0x45, 0xa3],
]
const white: Rgb = [0xff, 0xff, 0xff]
const shades = 15
/** Pixels; what splash screens want, and every smaller icon is made of it. */
export const iconSize = 512

type Circle = { x: number; y: number; radius: number }

// A morsel: a disc with a bite out of it and two crumbs. All of it is within the middle 80 %, which every launcher's mask keeps.
const disc: Circle = { x: 0.48, y: 0.52, radius: 0.27 }
const bites: readonly Circle[] = [
  { x: 0.665, y: 0.345, radius: 0.13 },
  { x: 0.75, y: 0.5, radius: 0.085 },
]
const crumbs: readonly Circle[] = [
  { x: 0.69, y: 0.32, radius: 0.042 },
  { x: 0.775, y: 0.425, radius: 0.026 },
]

/** No pixel further away from the disc's rows than this is touched. */
const edge = 0.02

const drawn = new Map<number, Buffer>()

/** The icon of a module as a square PNG of `iconSize` pixels; drawn once for each ground. */
export function moduleIcon(moduleId: string): Buffer {
  const ground = (createHash('sha256').update(moduleId).digest()[0] ?? 0) % grounds.length
  const icon = drawn.get(ground) ?? draw(grounds[ground] ?? white)
  drawn.set(ground, icon)
  return icon
}

function draw(ground: Rgb): Buffer {
  const size = iconSize
  const palette = Array.from({ length: shades + 1 }, (_, shade) => mix(ground, white, shade / shades))
  const pixels = new Uint8Array(size * size)
  for (let row = 0; row < size; row++) {
    const y = (row + 0.5) / size
    if (Math.abs(y - disc.y) > disc.radius + edge) continue
    for (let column = 0; column < size; column++) {
      const x = (column + 0.5) / size
      // Covered by as much as the edge is away, in pixels: smooth without drawing anything twice.
      const covered = Math.min(1, Math.max(0, 0.5 - distance(x, y) * size))
      pixels[row * size + column] = Math.round(covered * shades)
    }
  }
  return encodePng(size, palette, pixels)
}

/** How far outside the morsel a point is; below 0 inside. */
function distance(x: number, y: number): number {
  let far = from(disc, x, y)
  for (const bite of bites) far = Math.max(far, -from(bite, x, y))
  for (const crumb of crumbs) far = Math.min(far, from(crumb, x, y))
  return far
}

// Not Math.hypot, which takes ten times as long.
const from = (circle: Circle, x: number, y: number) =>
  Math.sqrt((x - circle.x) ** 2 + (y - circle.y) ** 2) - circle.radius

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const at = (channel: 0 | 1 | 2) => Math.round(one[channel] + (other[channel] - one[channel]) * share)
  return [at(0), at(1), at(2)]
}
