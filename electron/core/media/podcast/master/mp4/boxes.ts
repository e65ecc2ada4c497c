/** A box of an MP4 file (ISO/IEC 14496-12, 4.2), as it stands there and without its header. */
export type Box = { type: string; whole: Buffer; body: Buffer }

/** What boxes hold nothing but boxes, as far as they are looked into here. */
const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'tref'])

/** The boxes of a file, or of a container's body, one after the other. Throws a RangeError for bytes that are none. */
export function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at < bytes.length; ) {
    const short = bytes.readUInt32BE(at)
    const isLong = short === 1
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short
    const header = isLong ? 16 : 8
    if (size < header || at + size > bytes.length) throw new RangeError(`A box at ${at} has ${size} bytes`)
    const whole = bytes.subarray(at, at + size)
    boxes.push({ type: whole.toString('latin1', 4, 8), whole, body: whole.subarray(header) })
    at += size
  }
  return boxes
}

export function box(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 8)
  return Buffer.concat([numbers(length), Buffer.from(type, 'latin1'), ...parts])
}

/** A box with a version, 0, and flags. */
export const fullBox = (type: string, flags: number, ...parts: readonly Uint8Array[]) =>
  box(type, numbers(flags), ...parts)

/** Numbers of four bytes each. */
export function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeUInt32BE(value, at * 4))
  return bytes
}

/** Numbers of two bytes each. */
export function shorts(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, at) => bytes.writeUInt16BE(value, at * 2))
  return bytes
}

/** The body of the first box on a path of types, or null. */
export function find(bytes: Buffer, [type, ...rest]: readonly string[]): Buffer | null {
  const found = boxesIn(bytes).find((one) => one.type === type)?.body ?? null
  return found === null || rest.length === 0 ? found : find(found, rest)
}

/** A body with every box in it, however deep, as `change` gives it; null leaves one as it is. */
export function changed(body: Buffer, change: (one: Omit<Box, 'whole'>) => Buffer | null): Buffer {
  return Buffer.concat(
    boxesIn(body).map(({ type, whole, body: old }) => {
      const inside = containers.has(type) ? changed(old, change) : old
      const other = change({ type, body: inside })
      return other === null && inside === old ? whole : box(type, other ?? inside)
    }),
  )
}
