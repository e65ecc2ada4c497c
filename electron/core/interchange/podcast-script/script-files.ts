import type { ClipLine, Line, Script, SpeechLine } from '../../../../shared/podcast/script.ts'
import type { Notes } from '../report.ts'
import type { ScriptSource } from './read.ts'

/** What the file at `path` is called from now on; null when it cannot be had, and that was reported. `of` is the chapter's title. */
export type FindFile = (
  path: string,
  named: { what: 'music' | 'cover' | 'picture' | 'clip'; line: number; of?: string | null },
) => string | null

/** The script with the files it names as they are found. A recording that is not there is spoken, where its words are known. */
export function withFiles({ script, lines, headings }: ScriptSource, find: FindFile, notes: Notes): Script {
  const named = (setting: string, what: 'music' | 'cover', path: string | null) =>
    path === null ? null : find(path, { what, line: lines.get(setting) ?? 1 })
  const { music, cover, chapters } = script
  return {
    ...script,
    music: {
      ...music,
      intro: named('intro', 'music', music.intro),
      bed: named('bed', 'music', music.bed),
      outro: named('outro', 'music', music.outro),
    },
    cover: named('cover', 'cover', cover),
    chapters: chapters.map(({ title, picture: written, lines: said }, at) => {
      const named = { what: 'picture' as const, line: headings[at] ?? 1, of: title }
      const picture = written === undefined ? null : find(written, named)
      return {
        title,
        ...(picture !== null && { picture }),
        lines: said.flatMap((line): Line[] => {
          if (line.kind !== 'clip') return [line]
          const file = find(line.file, { what: 'clip', line: line.place })
          return file === null ? withoutRecording(line, notes) : [{ ...line, file }]
        }),
      }
    }),
  }
}

function withoutRecording({ place, speaker, text, source }: ClipLine, notes: Notes): SpeechLine[] {
  if (text === null) return []
  if (speaker === null) {
    notes.leftOut(place, text, 'Nobody is named for these words, so they went with their recording.')
    return []
  }
  notes.changed(place, `${speaker}: ${text}`, 'The recording is not there, so a voice says its words.')
  return [{ place, kind: 'speech', speaker, text, source }]
}

/** Whether nobody says anything in a script. */
export function isSilent({ chapters }: Script): boolean {
  return chapters.every(({ lines }) => lines.every(({ kind }) => kind === 'pause'))
}
