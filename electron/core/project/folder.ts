import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StudioError } from '../../../shared/errors.ts'

/** What lies where in a project's folder. */
export const databaseFile = (folder: string) => join(folder, 'project.db')
export const mediaFolder = (folder: string) => join(folder, 'media')

/** The handle of the project whose folder's real path is `folder`. */
export function handleOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16)
}

/** Which file the database is, whatever its name: SQLite goes on writing to a file that was deleted, and says nothing. */
export type Identity = { device: number; inode: number }

export function identityOf(folder: string): Identity | null {
  const found = statSync(databaseFile(folder), { throwIfNoEntry: false })
  return found ? { device: found.dev, inode: found.ino } : null
}

/** Throws `project-gone` unless the database in `folder` is still the one that was opened. */
export function requireSamePlace(folder: string, opened: Identity) {
  let now: Identity | null = null
  try {
    now = identityOf(folder)
  } catch (error) {
    throw new StudioError('project-gone', { path: folder }, { cause: error })
  }
  if (now?.inode !== opened.inode || now.device !== opened.device)
    throw new StudioError('project-gone', { path: folder })
}

/** `Name.morsel` in `parent` for a project called `title`, with a number when that is taken. */
export function freeFolder(parent: string, title: string): string {
  const name = safeName(title)
  for (let number = 1; ; number++) {
    const folder = join(parent, `${name}${number === 1 ? '' : ` ${number}`}.morsel`)
    if (!existsSync(folder)) return folder
  }
}

/** `title` as a file name that Windows, macOS and Linux all take. */
export function safeName(title: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .slice(0, 60)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[. ]+$/, '')
  const isReserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)
  return isReserved ? `Project ${name}` : name || 'Project'
}
