import { type PodcastStep, podcastKind } from '../../../../../shared/model/steps/podcast.ts'
import type { Line, Script } from '../../../../../shared/podcast/script.ts'
import { readBlocks } from '../../markdown/read-blocks.ts'
import { writeMarkdown } from '../../markdown/write-text.ts'
import { readScript } from '../../podcast-script/read.ts'
import { writeScript } from '../../podcast-script/write.ts'
import type { ReadContext, SourceStepKind } from '../context.ts'
import { joinParts, writeFence } from '../fences.ts'

/** A podcast is its script; the finished episode is made from it in the studio. */
export const podcastSource: SourceStepKind<'podcast'> = {
  kind: 'podcast',
  fence: 'podcast',
  read: ({ base, text, fence, line }, context) => {
    const { notes, markdown, language } = context
    const firstLine = (fence?.position?.start.line ?? line) + markdown.lineOffset + 1
    const script = readScript(fence?.value ?? '', { firstLine, title: '', language, notes })
    const step: PodcastStep = {
      ...podcastKind.create(base),
      ...base,
      intro: readBlocks(text, markdown),
      script: numbered(withAssets(script, firstLine, context)),
    }
    return [step]
  },
  write: ({ intro, script, title }, { pathOf }) =>
    joinParts(
      writeMarkdown(intro, pathOf),
      writeFence('podcast', writeScript(withPaths({ ...script, title: script.title || title }, pathOf))),
    ),
}

/** What the script names as assets. A recording that is not there is spoken, where its words are known. */
function withAssets(script: Script, firstLine: number, { media }: ReadContext): Script {
  const find = (path: string | null, line: number, kind: 'audio' | 'image') =>
    path === null ? null : (media(path, line, kind)?.id ?? null)
  const { music, cover, chapters } = script
  return {
    ...script,
    music: {
      ...music,
      intro: find(music.intro, firstLine, 'audio'),
      bed: find(music.bed, firstLine, 'audio'),
      outro: find(music.outro, firstLine, 'audio'),
    },
    cover: find(cover, firstLine, 'image'),
    chapters: chapters.map(({ title, lines }) => ({
      title,
      lines: lines.flatMap((line): Line[] => {
        if (line.kind !== 'clip') return [line]
        const { place, speaker, text, source } = line
        const file = find(line.file, place, 'audio')
        if (file !== null) return [{ ...line, file }]
        return speaker !== null && text !== null ? [{ place, kind: 'speech', speaker, text, source }] : []
      }),
    })),
  }
}

function withPaths(script: Script, pathOf: (asset: string) => string): Script {
  const path = (asset: string | null) => (asset === null ? null : pathOf(asset))
  const { music, cover, chapters } = script
  return {
    ...script,
    music: { ...music, intro: path(music.intro), bed: path(music.bed), outro: path(music.outro) },
    cover: path(cover),
    chapters: chapters.map(({ title, lines }) => ({
      title,
      lines: lines.map((line) => (line.kind === 'clip' ? { ...line, file: pathOf(line.file) } : line)),
    })),
  }
}

/** Lines count through the script and not through the file, which the project does not keep. */
function numbered(script: Script): Script {
  let place = 0
  const chapters = script.chapters.map(({ title, lines }) => ({
    title,
    lines: lines.map((line) => ({ ...line, place: ++place })),
  }))
  return { ...script, chapters }
}
