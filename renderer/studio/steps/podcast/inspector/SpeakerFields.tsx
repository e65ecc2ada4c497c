import { ActionIcon, NumberInput, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Voices } from '../../../../../shared/contract/media.ts'
import type { Script, Speaker } from '../../../../../shared/podcast/script.ts'
import { languageName } from '../../../inspector/languages.ts'
import type { EditScript } from '../podcast-step.ts'
import { removeSpeaker, renameSpeaker } from '../script-actions.ts'
import { isThere, voicesFor } from '../voices.ts'
import classes from './inspector.module.css'

/** One speaker: name, voice, speed. */
export function SpeakerFields({
  script,
  speaker,
  index,
  voices,
  change,
}: {
  script: Script
  speaker: Speaker
  index: number
  voices: Voices | null
  change: EditScript
}) {
  const { name, voice, speed } = speaker
  const set = (label: string, recipe: (speaker: Speaker) => void, mergeKey?: string) =>
    change(
      label,
      ({ speakers }) => {
        const found = speakers[index]
        if (found) recipe(found)
      },
      mergeKey,
    )
  const data = useMemo(() => choices(script.language, voice, voices), [script.language, voice, voices])
  return (
    <fieldset className={classes.speaker} aria-label={name}>
      <div className={classes.row}>
        <NameField script={script} name={name} change={change} />
        {script.speakers.length > 1 && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${name}: the lines go to the first speaker`}
            onClick={() => change('Remove speaker', (record) => removeSpeaker(record, name))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.row}>
        <Select
          size="xs"
          aria-label={`Voice of ${name}`}
          searchable
          allowDeselect={false}
          value={voice}
          data={data}
          onChange={(value) => {
            if (value !== null) set('Choose voice', (found) => (found.voice = value))
          }}
        />
        <NumberInput
          size="xs"
          w={84}
          aria-label={`Speed of ${name}`}
          min={0.5}
          max={2}
          step={0.05}
          decimalScale={2}
          suffix="×"
          clampBehavior="blur"
          value={speed}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 0.5 && value <= 2)
              set('Set speed', (found) => (found.speed = value), `speed:${index}`)
          }}
        />
      </div>
    </fieldset>
  )
}

function choices(language: string, inUse: string, voices: Voices | null) {
  const own = { value: language, label: `Any voice in ${languageName(language)}` }
  const found = voices ? voicesFor(voices, language) : []
  const known = [own, ...found.map(({ value, label }) => ({ value, label }))]
  if (known.some(({ value }) => value === inUse)) return known
  // Another language may speak, and a script from another machine may name a voice that this one has not.
  return [{ value: inUse, label: voices ? nameOf(voices, inUse) : inUse }, ...known]
}

function nameOf(voices: Voices, inUse: string): string {
  if (voicesFor(voices, inUse).length > 0) return `Any voice in ${languageName(inUse)}`
  return isThere(voices, inUse) ? inUse : `${inUse} (not on this machine)`
}

/** A name is taken when the field is left: until then half a name could be somebody else's. */
function NameField({ script, name, change }: { script: Script; name: string; change: EditScript }) {
  const [typed, setTyped] = useState<string | null>(null)
  const next = (typed ?? name).replace(/[:：]/g, '').replace(/\s+/g, ' ').trim()
  const isTaken = next !== name && script.speakers.some((other) => other.name === next)
  const problem = isTaken ? 'Somebody has this name already.' : null
  return (
    <TextInput
      size="xs"
      aria-label={`Name of ${name}`}
      maxLength={60}
      value={typed ?? name}
      error={problem}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setTyped(null)
      }}
      onBlur={() => {
        if (typed !== null && /^[\p{L}\p{N}]/u.test(next) && !isTaken && next !== name)
          change('Rename speaker', (record) => renameSpeaker(record, name, next))
        setTyped(null)
      }}
    />
  )
}
