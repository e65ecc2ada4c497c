import type { Migration } from './migration.ts'
import { toFormat2 } from './to-format-2.ts'

/**
 * Every step from one format of the project to the next, oldest first. Append only: a released step is frozen. Each has
 * a file of its own here (`to-format-2.ts`) and a test.
 */
export const migrations: readonly Migration[] = [toFormat2]

/** The format of the records this studio writes. It grows by one with every migration. */
export const formatVersion = 1 + migrations.length
