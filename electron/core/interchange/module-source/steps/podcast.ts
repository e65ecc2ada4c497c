import { type PodcastStep, podcastKind } from '../../../../../shared/model/steps/podcast.ts'
import type { Script } from '../../../../../shared/podcast/script.ts'
import { readBlocks } from '../../markdown/read-blocks.ts'
import { writeMarkdown } from '../../markdown/write-text.ts'
import { readScript } from '../../podcast-script/read.ts'
import { type FindFile, isSilent, withFiles } from '../../podcast-script/script-files.ts'
import { writeScript } from '../../podcast-script/write.ts'
import type { SourceStepKind } from '../context.ts'
import { joinParts, writeFence } from '../fences.ts'

/** A podcast is its script; the finished episode is made from it in the studio. */
export const podcastSource: SourceStepKind<'podcast'> = {
  kind: 'podcast',
  fence: 'podcast',
  read: ({ base, text, fence, line }, { notes, markdown, language, media }) => {
    const firstLine = (fence?.position?.start.line ?? line) + markdown.lineOffset + 1
    const source = readScript(fence?.value ?? '', { firstLine, title: '', language, notes })
    const kinds = { music: 'audio', clip: 'audio', cover: 'image', picture: 'image' } as const
    const find: FindFile = (path, { what, line: at }) => media(path, at, kinds[what])?.id ?? null
    const script = withFiles(source, find, notes)
    if (isSilent(script))
      notes.changed(
        firstLine - 1,
        'a podcast without words',
        'Nobody says anything in it; the step was made and waits for a script.',
      )
    const step: PodcastStep = {
      ...podcastKind.create(base),
      ...base,
      ...source.episode,
      intro: readBlocks(text, markdown),
      script: numbered(script),
    }
    return [step]
  },
  write: ({ intro, script, ...step }, { pathOf }) =>
    joinParts(
      writeMarkdown(intro, pathOf),
      writeFence('podcast', writeScript(withPaths(script, pathOf), step)),
    ),
}

function withPaths(script: Script, pathOf: (asset: string) => string): Script {
  const path = (asset: string | null) => (asset === null ? null : pathOf(asset))
  const { music, cover, chapters } = script
  return {
    ...script,
    music: { ...music, intro: path(music.intro), bed: path(music.bed), outro: path(music.outro) },
    cover: path(cover),
    chapters: chapters.map(({ title, picture, lines }) => ({
      title,
      ...(picture !== undefined && { picture: pathOf(picture) }),
      lines: lines.map((line) => (line.kind === 'clip' ? { ...line, file: pathOf(line.file) } : line)),
    })),
  }
}

/** Lines count through the script and not through the file, which the project does not keep. */
export function numbered(script: Script): Script {
  let place = 0
  const chapters = script.chapters.map((chapter) => ({
    ...chapter,
    lines: chapter.lines.map((line) => ({ ...line, place: ++place })),
  }))
  return { ...script, chapters }
}
