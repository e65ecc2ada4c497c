/**
 * How this player keeps its record. Each published format has a player of its own with one tracker inside: its build puts
 * a file of `kinds/` in this one's place (`scripts/lib/targets.mjs`).
 */
export { createTracker } from './kinds/local.ts'
