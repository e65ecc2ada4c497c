import type { Notes } from '../report.ts'
import type { GiftBlock } from './blocks.ts'

/** What comments say of the question after them: `[id:q1] [points:2] [shuffle:no]`. */
export type GiftSettings = {
  id: string | null
  /** The whole id of a record that is not named after its step. */
  record: string | null
  points: number
  shuffle: boolean | null
  marking: 'all-or-nothing' | 'per-choice' | null
  kind: 'single-choice' | 'multiple-response' | null
  /** The ids of the choices, when they are not a, b, c… */
  choices: string[] | null
}

/** Reads the settings; tags, which the studio does not keep, are reported. Plain comments are for authors and pass. */
export function readSettings(comments: GiftBlock['comments'], notes: Notes): GiftSettings {
  const settings: GiftSettings = {
    id: null,
    record: null,
    points: 1,
    shuffle: null,
    marking: null,
    kind: null,
    choices: null,
  }
  for (const { text, line } of comments)
    for (const [found, name = '', value = ''] of text.matchAll(/\[([a-z]+):([^\]\n]{1,200})\]/g)) {
      if (!take(settings, name, value.trim()))
        notes.leftOut(
          line,
          found,
          name === 'tag' || name === 'tags'
            ? 'Tags are left out: questions have none here.'
            : 'This setting is not known or has no such value.',
        )
    }
  return settings
}

function take(settings: GiftSettings, name: string, value: string): boolean {
  switch (name) {
    case 'id':
      settings.id = value
      return true
    case 'record':
      settings.record = value
      return true
    case 'points': {
      const points = Number(value)
      if (!(points >= 0 && points <= 1000)) return false
      settings.points = points
      return true
    }
    case 'shuffle':
      settings.shuffle = value === 'yes'
      return value === 'yes' || value === 'no'
    case 'marking':
      if (value !== 'all-or-nothing' && value !== 'per-choice') return false
      settings.marking = value
      return true
    case 'kind':
      if (value !== 'single-choice' && value !== 'multiple-response') return false
      settings.kind = value
      return true
    case 'choices':
      settings.choices = value.split(',')
      return (
        settings.choices.every((id) => /^[0-9a-z]$/.test(id)) &&
        new Set(settings.choices).size === settings.choices.length
      )
    default:
      return false
  }
}
