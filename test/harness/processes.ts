import { readdirSync, readFileSync } from 'node:fs'

/** The processes that are there with `name` in their command lines, where the system tells. */
export const processesWith = (name: string): string[] =>
  process.platform !== 'linux'
    ? []
    : readdirSync('/proc').filter((id) => {
        try {
          return /^\d+$/.test(id) && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(name)
        } catch {
          return false
        }
      })
