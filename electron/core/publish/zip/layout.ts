/** One file of an archive, as its headers describe it (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.5.3). Sizes in bytes. */
export type ZipRecord = {
  name: string
  method: 'stored' | 'deflated'
  crc32: number
  /** In the archive. */
  packedBytes: number
  /** Unpacked. */
  bytes: number
  /** Where its local header begins. */
  offset: number
}

/** From here on a 32-bit field says “look in the zip64 field” instead of a size. */
const limit32 = 0xffffffff
const limit16 = 0xffff
/** 1 January 1980, 0:00: the same module packs to the same bytes on any day and in any time zone. */
const date = 0x0021
/** Bit 11: the name is UTF-8. Left unset for ASCII, which old readers take more gladly. */
const utf8Flag = 0x0800
const versionPlain = 20
const versionZip64 = 45
/** Made on Unix, so that the permissions below count: an ordinary file anyone may read. */
const madeByUnix = 3 << 8
const ordinaryFile = (0o100644 << 16) >>> 0

/** What stands before a file's bytes. */
export function localHeader(record: ZipRecord): Buffer {
  const name = Buffer.from(record.name)
  const isLarge = needsZip64(record)
  // A local header's zip64 field must hold both sizes.
  const extra = isLarge ? zip64Field([record.bytes, record.packedBytes]) : Buffer.alloc(0)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(isLarge ? versionZip64 : versionPlain, 4)
  writeCommon(header, 6, record, name, isLarge ? limit32 : null)
  header.writeUInt16LE(extra.length, 28)
  return Buffer.concat([header, name, extra])
}

/** The archive's table of contents, which stands after all files, from `offset` on. */
export function centralDirectory(records: readonly ZipRecord[], offset: number): Buffer {
  const entries = Buffer.concat(records.map(centralHeader))
  return Buffer.concat([entries, endOfDirectory(records.length, entries.length, offset)])
}

function centralHeader(record: ZipRecord): Buffer {
  const name = Buffer.from(record.name)
  const isLarge = needsZip64(record)
  const isFar = record.offset >= limit32
  const fields = [...(isLarge ? [record.bytes, record.packedBytes] : []), ...(isFar ? [record.offset] : [])]
  const extra = fields.length > 0 ? zip64Field(fields) : Buffer.alloc(0)
  const header = Buffer.alloc(46)
  const version = fields.length > 0 ? versionZip64 : versionPlain
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(madeByUnix | version, 4)
  header.writeUInt16LE(version, 6)
  writeCommon(header, 8, record, name, isLarge ? limit32 : null)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE(ordinaryFile, 38)
  header.writeUInt32LE(isFar ? limit32 : record.offset, 42)
  return Buffer.concat([header, name, extra])
}

/** The fields both headers share, from the flags to the length of the name. */
function writeCommon(
  header: Buffer,
  at: number,
  record: ZipRecord,
  name: Buffer,
  sizeElsewhere: number | null,
) {
  header.writeUInt16LE(name.length === record.name.length ? 0 : utf8Flag, at)
  header.writeUInt16LE(record.method === 'deflated' ? 8 : 0, at + 2)
  header.writeUInt16LE(date, at + 6)
  header.writeUInt32LE(record.crc32, at + 8)
  header.writeUInt32LE(sizeElsewhere ?? record.packedBytes, at + 12)
  header.writeUInt32LE(sizeElsewhere ?? record.bytes, at + 16)
  header.writeUInt16LE(name.length, at + 20)
}

function endOfDirectory(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(count, limit16), 8)
  end.writeUInt16LE(Math.min(count, limit16), 10)
  end.writeUInt32LE(Math.min(length, limit32), 12)
  end.writeUInt32LE(Math.min(offset, limit32), 16)
  const isPlain = count < limit16 && length < limit32 && offset < limit32
  return isPlain ? end : Buffer.concat([zip64EndOfDirectory(count, length, offset), end])
}

function zip64EndOfDirectory(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(56 + 20)
  end.writeUInt32LE(0x06064b50, 0)
  // The size of this record after this field, without the locator that follows it.
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(madeByUnix | versionZip64, 12)
  end.writeUInt16LE(versionZip64, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(length), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(offset + length), 64)
  end.writeUInt32LE(1, 72)
  return end
}

function needsZip64(record: ZipRecord): boolean {
  return record.bytes >= limit32 || record.packedBytes >= limit32
}

function zip64Field(values: number[]): Buffer {
  const field = Buffer.alloc(4 + values.length * 8)
  field.writeUInt16LE(0x0001, 0)
  field.writeUInt16LE(values.length * 8, 2)
  for (const [place, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + place * 8)
  return field
}
