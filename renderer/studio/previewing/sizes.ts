/** The screens a module is tried on, in CSS pixels. */
export const sizes = [
  { value: 'phone', label: 'Phone', width: 390, height: 844 },
  { value: 'tablet', label: 'Tablet', width: 820, height: 1180 },
  { value: 'desktop', label: 'Desktop', width: 1280, height: 800 },
] as const

export type SizeName = (typeof sizes)[number]['value']
export type Size = (typeof sizes)[number]

export function sizeOf(name: SizeName): Size {
  return sizes.find((size) => size.value === name) ?? sizes[0]
}

/** How much a screen must shrink to fit into `room`; never more than its own size. */
export function scaleToFit({ width, height }: Size, room: { width: number; height: number }): number {
  if (room.width <= 0 || room.height <= 0) return 1
  return Math.min(1, room.width / width, room.height / height)
}
