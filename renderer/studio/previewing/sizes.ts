/** The screens a module is tried on, in CSS pixels. */
export const sizes = [
  { value: 'small', label: 'Small phone', width: 320, height: 568, canTurn: true },
  { value: 'phone', label: 'Phone', width: 390, height: 844, canTurn: true },
  { value: 'tablet', label: 'Tablet', width: 820, height: 1180, canTurn: true },
  { value: 'desktop', label: 'Desktop', width: 1280, height: 800, canTurn: false },
] as const

export type SizeName = (typeof sizes)[number]['value']
export type Size = { width: number; height: number }

/** A screen by its name, upright or lying on its side. */
export function sizeOf(name: SizeName, isTurned = false): Size {
  const { width, height, canTurn } = sizes.find((size) => size.value === name) ?? sizes[1]
  return isTurned && canTurn ? { width: height, height: width } : { width, height }
}

export function canTurn(name: SizeName): boolean {
  return sizes.some(({ value, canTurn: can }) => value === name && can)
}

/** How much a screen must shrink to fit into `room`; never more than its own size. */
export function scaleToFit({ width, height }: Size, room: { width: number; height: number }): number {
  if (room.width <= 0 || room.height <= 0) return 1
  return Math.min(1, room.width / width, room.height / height)
}
