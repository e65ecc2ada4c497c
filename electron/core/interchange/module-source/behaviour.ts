import { type Behaviour, behaviourSchema, usualBehaviour } from '../../../../shared/model/behaviour.ts'

/** What the front matter calls each setting, how its words read, and what it takes. */
const settings = {
  navigation: { field: 'navigation', parse: (words: string) => words, takes: '“free” or “restricted”' },
  resume: { field: 'resume', parse: (words: string) => words, takes: '“ask”, “always” or “never”' },
  completion: { field: 'completion', parse: (words: string) => words, takes: '“steps”, “passed” or “end”' },
  attempts: { field: 'attempts', parse: Number, takes: 'a whole number from 1 to 50' },
  exit: { field: 'exitButton', parse: (words: string) => words === 'true' || words, takes: '“true”' },
} as const

export const behaviourKeys = Object.keys(settings)

type Read = { value: Partial<Behaviour>; rule?: never } | { value?: never; rule: string }

/** A line of the front matter that says how the module behaves; null when `key` is something else. */
export function readBehaviour(key: string, words: string | null): Read | null {
  if (!Object.hasOwn(settings, key)) return null
  const { field, parse, takes } = settings[key as keyof typeof settings]
  const value = { [field]: parse((words ?? '').trim()) }
  return behaviourSchema.partial().safeParse(value).success ? { value } : { rule: `It takes ${takes}.` }
}

/** What differs from how modules usually behave. */
export function writeBehaviour(behaviour: Behaviour): [key: string, value: string | number | boolean][] {
  return Object.entries(settings).flatMap(([key, { field }]): [string, string | number | boolean][] => {
    const value = behaviour[field]
    return value === null || value === usualBehaviour[field] ? [] : [[key, value]]
  })
}
