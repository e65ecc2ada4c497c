import { join } from 'node:path'
import type { ProjectAccess } from '../domains.ts'
import { commit, startHistory } from './commit.ts'
import { speakingOf } from './failures.ts'
import { mediaFolder, requireSamePlace } from './folder.ts'
import type { Store } from './store.ts'
import { addFile, addRendition, findFile, findRendition } from './tables/files.ts'
import { findRecord, moduleRecords, recordsOf, requireRecord } from './tables/records.ts'

/** An open project as the other domains see it. */
export function accessTo(store: Store): ProjectAccess {
  const { handle, path, database, identity } = store
  const read = <Result>(work: () => Result) => speakingOf(path, work)
  const note = (work: () => void) => {
    requireSamePlace(path, identity)
    speakingOf(path, () => database.transaction(work))
    store.idle.touch()
  }
  return {
    handle,
    path,
    record: (id) => read(() => findRecord(database, id)),
    require: (type, id) => read(() => requireRecord(database, type, id)),
    recordsOf: (type) => read(() => recordsOf(database, type)),
    moduleRecords: (moduleId) => read(() => moduleRecords(database, moduleId)),
    commit: (edit) => commit(store, edit),
    startHistory: (label) => startHistory(store, label),
    file: (sha256) => read(() => findFile(database, sha256)),
    filePath: ({ sha256, extension }) => join(mediaFolder(path), `${sha256}.${extension}`),
    addFile: (file) => note(() => addFile(database, file)),
    rendition: (key) => read(() => findRendition(database, key)),
    addRendition: (key, file) => note(() => addRendition(database, key, file)),
  }
}
