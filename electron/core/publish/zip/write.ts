import { type FileHandle, open } from 'node:fs/promises'
import { crc32, deflateRawSync } from 'node:zlib'
import { StudioError } from '../../../../shared/errors.ts'
import type { PackageFile } from '../package-file.ts'
import { centralDirectory, localHeader, type ZipRecord } from './layout.ts'
import { createZipOutput, type ZipOutput } from './output.ts'

export type ZipWritten = { bytes: number; sha256: string | null }

type ZipOptions = { checksum?: boolean; signal?: AbortSignal; onBytes?: (bytes: number) => void }

/**
 * Writes `files` into the archive `file`, in order: media stored as it is (its CRC-32 is known since import, so nothing is
 * read twice), text deflated. The same files give the same bytes. `checksum` asks for the SHA-256 of the whole, which costs
 * a third of the time. `onBytes` tells of media bytes as they are copied.
 */
export async function writeZip(
  file: FileHandle,
  files: readonly PackageFile[],
  { checksum = false, signal, onBytes = () => {} }: ZipOptions = {},
): Promise<ZipWritten> {
  const output = createZipOutput(file, { checksum })
  try {
    const records: ZipRecord[] = []
    for (const packageFile of files)
      records.push(
        await writeEntry(output, packageFile, (bytes) => {
          signal?.throwIfAborted()
          onBytes(bytes)
        }),
      )
    signal?.throwIfAborted()
    await output.write(centralDirectory(records, output.position()))
    return { sha256: await output.finish(), bytes: output.position() }
  } catch (error) {
    await output.stop()
    throw error
  }
}

async function writeEntry(
  output: ZipOutput,
  { path, content }: PackageFile,
  onBytes: (bytes: number) => void,
): Promise<ZipRecord> {
  const offset = output.position()
  if (content.type === 'text') {
    const packed = deflateRawSync(content.data, { level: 9 })
    const record: ZipRecord = {
      name: path,
      method: 'deflated',
      crc32: crc32(content.data),
      packedBytes: packed.length,
      bytes: content.data.length,
      offset,
    }
    await output.write(localHeader(record))
    await output.write(packed)
    return record
  }
  const { bytes } = content
  const record: ZipRecord = {
    name: path,
    method: 'stored',
    crc32: content.crc32,
    packedBytes: bytes,
    bytes,
    offset,
  }
  await output.write(localHeader(record))
  const source = await openSource(content.file)
  try {
    // A file that has lost its end would leave an archive whose sizes lie.
    if ((await source.stat()).size !== bytes || !(await output.copy(source, bytes, onBytes)))
      throw new StudioError('media-damaged', {
        name: content.file,
        problem: `it should hold ${bytes} bytes and does not`,
      })
  } finally {
    await source.close()
  }
  return record
}

async function openSource(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (error) {
    throw new StudioError('file-missing', { path }, { cause: error })
  }
}
