import type { Migration, OldRecord } from './migration.ts'

const behaviour = {
  navigation: 'free',
  resume: 'always',
  completion: 'steps',
  attempts: null,
  exitButton: false,
}

function upgrade(record: OldRecord): OldRecord {
  if (record.type === 'project') return { ...record, target: 'generic' }
  if (record.type === 'module') return { ...record, behaviour }
  if (record.type === 'step' && record['kind'] === 'video') return { ...record, mustWatch: null }
  if (record.type === 'step' && record['kind'] === 'quiz') return { ...record, mustScore: null }
  return record
}

/** Before format 2 every module behaved alike, and packages were made for no LMS in particular. */
export const toFormat2: Migration = {
  to: 2,
  label: 'Lets each module say how it behaves, and the project for which LMS it is',
  up: (records) => Object.fromEntries(Object.entries(records).map(([id, record]) => [id, upgrade(record)])),
}
