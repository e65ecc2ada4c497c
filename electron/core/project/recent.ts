import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { databaseFile } from './folder.ts'

const entrySchema = z.object({ path: z.string().min(1), title: z.string(), openedAt: z.number() })
type Entry = z.infer<typeof entrySchema>
export type RecentProject = Entry & { isMissing: boolean }

const most = 30

/** The projects opened lately, in `recent.json` in the studio's home. A damaged list is an empty one, never an error. */
export type Recent = {
  /** Newest first. */
  list: () => RecentProject[]
  remember: (entry: Entry) => void
  forget: (path: string) => void
}

/** `report` hears of a list that could not be written: opening a project must not fail for it. */
export function createRecent(home: string, report: (error: unknown) => void): Recent {
  const file = join(home, 'recent.json')

  const write = (entries: Entry[]) => {
    const draft = `${file}.${process.pid}`
    try {
      mkdirSync(home, { recursive: true })
      writeFileSync(draft, `${JSON.stringify(entries, null, 2)}\n`)
      renameSync(draft, file)
    } catch (error) {
      rmSync(draft, { force: true })
      report(error)
    }
  }
  const without = (path: string) => read(file).filter((entry) => entry.path !== path)

  return {
    list: () =>
      read(file)
        .toSorted((one, other) => other.openedAt - one.openedAt)
        .map((entry) => ({ ...entry, isMissing: !existsSync(databaseFile(entry.path)) })),
    remember: (entry) => write([entry, ...without(entry.path)].slice(0, most)),
    forget: (path) => write(without(path)),
  }
}

/** What can be read of the list; an entry that cannot is left out. */
function read(file: string): Entry[] {
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (!Array.isArray(list)) return []
    return list.flatMap((entry) => {
      const parsed = entrySchema.safeParse(entry)
      return parsed.success ? [parsed.data] : []
    })
  } catch {
    return []
  }
}
