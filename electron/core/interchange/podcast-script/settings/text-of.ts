import { oneLine, withoutControls } from '../../../../../shared/podcast/clean.ts'
import type { YamlValue } from '../../files/yaml.ts'
import type { Notes } from '../../report.ts'

/** The plain words of a setting, '' for a list or a map. YAML can spell control characters out (`"\x07"`). */
export function textOf(value: YamlValue, notes: Notes): string {
  const text = value.kind === 'text' ? value.text : ''
  if (withoutControls(text) !== text)
    notes.changed(value.line, oneLine(text), 'Control characters were taken out.')
  return oneLine(text)
}
