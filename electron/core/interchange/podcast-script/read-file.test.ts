import { describe, expect, it } from 'vitest'
import type { Line, Script } from '../../../../shared/podcast/script.ts'
import { notesFor } from '../report.ts'
import { readScriptFile } from './read-file.ts'

const linesOf = (script: Script) => script.chapters.flatMap(({ lines }) => lines)
const speech = (place: number, speaker: string, text: string): Line => ({
  place,
  kind: 'speech',
  speaker,
  text,
  source: null,
})

describe('reading a file', () => {
  const module = `---
title: Handling price
language: de
unknown: 1
---

## The same, to listen to {#listen alternatives=explain}

Some words.

\`\`\`podcast
voices: { Ana: de }
---
Ana: Hallo.
Ben: Ja?
\`\`\`

## Another

~~~podcast
---
Ana: Nein.
~~~
`
  it('finds the fence of a module, and reports by lines of the file', () => {
    const notes = notesFor('module.md')
    const { script } = readScriptFile(module, { name: 'module.md', notes })
    expect(script).toMatchObject({ title: 'The same, to listen to', language: 'de' })
    expect(linesOf(script)).toEqual([speech(14, 'Ana', 'Hallo.'), speech(15, 'Ben', 'Ja?')])
    expect(notes.lines.map(({ place, found }) => `${place} ${found}`)).toEqual([
      'line 20 ```podcast',
      'line 15 Ben:',
    ])
  })

  it('takes a script on its own, named after its file', () => {
    const notes = notesFor('my-talk.md')
    const { script } = readScriptFile('voices: { Ana: en }\n---\nAna: Hi.', { name: 'my-talk.md', notes })
    expect(script.title).toBe('my-talk')
    expect(notes.lines).toEqual([])
  })

  it('reads a long script full of stress out of a module', () => {
    const notes = notesFor('module.md')
    const body = 'Ana: *One* and *two* and *three*.\n'.repeat(5000)
    const source = `## Listen {#l}\n\n~~~~podcast\nvoices: { Ana: en }\n---\n${body}~~~\n~~~~\n\n## More\n`
    const { script } = readScriptFile(source, { name: 'module.md', notes })
    expect(script.title).toBe('Listen')
    expect(linesOf(script)).toHaveLength(5000)
    expect(notes.lines).toEqual([])
  })

  it('takes an empty fence for an episode in which nothing is said', () => {
    const notes = notesFor('module.md')
    const { script } = readScriptFile('## Listen\n\n```podcast\n```\n', { name: 'module.md', notes })
    expect(script).toMatchObject({ title: 'Listen', chapters: [] })
  })

  it('refuses a module whose settings have no end', () => {
    const notes = notesFor('module.md')
    const broken = '---\ntitle: x\n\n```podcast\nAna: Hi.\n```\n'
    expect(() => readScriptFile(broken, { name: 'module.md', notes })).toThrow(/have no end/)
  })
})
