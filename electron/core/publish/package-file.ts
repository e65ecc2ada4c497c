/**
 * A file of a package, before it is written. `path` is relative to the package's root, with `/`. Stored content lies on
 * disk and goes in as it is; text is small and in memory.
 */
export type PackageFile = {
  path: string
  content: { type: 'stored'; file: string; bytes: number; crc32: number } | { type: 'text'; data: Uint8Array }
}

export function textFile(path: string, text: string): PackageFile {
  return { path, content: { type: 'text', data: Buffer.from(text) } }
}
