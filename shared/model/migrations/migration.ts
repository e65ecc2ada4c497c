/** A record of an older format: of its fields only these two can be relied on. */
export type OldRecord = Readonly<{ id: string; type: string; [field: string]: unknown }>
export type OldRecords = Readonly<Record<string, OldRecord>>

/** One step between two formats. `up` is pure, and sees all records at once, by id. */
export type Migration = {
  /** The format it leads to. */
  to: number
  /** What it does, for the history of the project: `Gives every step a theme`. */
  label: string
  up: (records: OldRecords) => OldRecords
}

/**
 * `records` of format `from`, brought to the newest format of `migrations` (which start at format 2 and skip none).
 * A record that nothing changed keeps its identity.
 */
export function migrate(records: OldRecords, from: number, migrations: readonly Migration[]): OldRecords {
  migrations.forEach((migration, index) => {
    if (migration.to !== index + 2) throw new Error(`The migration to format ${index + 2} is missing`)
  })
  return migrations.filter(({ to }) => to > from).reduce((current, { up }) => up(current), records)
}
