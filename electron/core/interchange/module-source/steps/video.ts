import { stringify } from 'yaml'
import type { Asset } from '../../../../../shared/model/asset.ts'
import type { Range, VideoStep } from '../../../../../shared/model/steps/video.ts'
import { readYamlOrNote, type YamlValue } from '../../files/yaml.ts'
import { readBlocks } from '../../markdown/read-blocks.ts'
import { writeMarkdown } from '../../markdown/write-text.ts'
import type { ReadContext, SourceStepKind, StepPart } from '../context.ts'
import { joinParts, writeFence } from '../fences.ts'
import { asPercent } from '../percent.ts'
import { formatTime, inMilliseconds, parseTime } from '../times.ts'

/** A video: where the recording is, what of it is kept, its captions and its poster, as YAML. */
export const videoSource: SourceStepKind<'video'> = {
  kind: 'video',
  fence: 'video',
  read: (part, context) => {
    const intro = readBlocks(part.text, context.markdown)
    return [{ ...part.base, kind: 'video', intro, ...readSettings(part, context) }]
  },
  write: (step, { pathOf }) => {
    const settings = new Map<string, unknown>()
    if (step.asset) settings.set('src', pathOf(step.asset))
    if (step.keep.length > 0)
      settings.set(
        'keep',
        step.keep.map(({ start, end }) => `${formatTime(start)}-${formatTime(end)}`),
      )
    if (step.captions) settings.set('captions', pathOf(step.captions))
    if (step.poster !== null) settings.set('poster', formatTime(step.poster))
    if (step.mustWatch !== null) settings.set('watch', step.mustWatch)
    const body = settings.size > 0 ? stringify(settings, { lineWidth: 0 }) : ''
    return joinParts(writeMarkdown(step.intro, pathOf), writeFence('video', body))
  },
}

type Settings = Pick<VideoStep, 'asset' | 'keep' | 'poster' | 'captions' | 'mustWatch'>

function readSettings({ fence, line }: StepPart, context: ReadContext): Settings {
  const firstLine = (fence?.position?.start.line ?? line) + context.markdown.lineOffset + 1
  const settings: Settings = { asset: null, keep: [], poster: null, captions: null, mustWatch: null }
  let recording: Asset | null = null
  const entries = readYamlOrNote(fence?.value ?? '', firstLine, context.notes, {
    what: 'the settings of a video',
    instead: 'The step was made without a recording.',
  })
  for (const { key, value, line: at } of entries) {
    const text = value.kind === 'text' ? value.text.trim() : ''
    switch (key) {
      case 'src':
        recording = context.media(text, at, 'video')
        settings.asset = recording?.id ?? null
        break
      case 'captions':
        settings.captions = context.media(text, at, 'captions')?.id ?? null
        break
      case 'poster':
        settings.poster = parseTime(text)
        if (settings.poster === null)
          context.notes.leftOut(
            at,
            `poster: ${text}`,
            'This is no time; write 0:20 or 20.5. The first frame stands in.',
          )
        break
      case 'watch':
        settings.mustWatch = asPercent(text)
        if (settings.mustWatch === null)
          context.notes.leftOut(
            at,
            `watch: ${text}`,
            'How much must be watched is a percentage from 1 to 100; without it, seeing the step is enough.',
          )
        break
      case 'keep':
        settings.keep = readRanges(value, context)
        break
      default:
        context.notes.leftOut(
          at,
          `${key}:`,
          'A video has src, keep, captions, poster and watch; this was left out.',
        )
    }
  }
  if (!entries.some(({ key }) => key === 'src'))
    context.notes.changed(
      firstLine - 1,
      'a video without src',
      'The step was made and waits for a recording.',
    )
  const lineOf = (name: string) => entries.find(({ key }) => key === name)?.line ?? firstLine
  return recording ? withinRecording(settings, recording, lineOf, context) : settings
}

function readRanges(value: YamlValue, { notes }: ReadContext): Range[] {
  const items = value.kind === 'list' ? value.items : [value]
  return items.flatMap((item) => {
    const text = item.kind === 'text' ? item.text : ''
    const [start, end, ...more] = text.split(/[-–—]/).map(parseTime)
    if (typeof start === 'number' && typeof end === 'number' && end > start && more.length === 0)
      return [{ start, end }]
    notes.leftOut(
      item.line,
      `keep: ${text}`,
      'A range is two times, the earlier first, such as 0:12.500-1:07.300. This one was left out.',
    )
    return []
  })
}

/** Lengths are measured no better than half a frame; the check before publishing allows as much. */
const tolerance = 0.02

function withinRecording(
  settings: Settings,
  asset: Asset,
  lineOf: (key: string) => number,
  { notes }: ReadContext,
): Settings {
  const { seconds } = asset
  if (seconds === null) return settings
  const keep = settings.keep.flatMap((range): Range[] => {
    if (range.end <= seconds + tolerance) return [range]
    const words = `${formatTime(range.start)}-${formatTime(range.end)}`
    if (range.start >= seconds) {
      notes.leftOut(
        lineOf('keep'),
        `keep: ${words}`,
        `It lies after the end of ${asset.name} (${formatTime(seconds)}).`,
      )
      return []
    }
    notes.changed(
      lineOf('keep'),
      `keep: ${words}`,
      `It now ends where ${asset.name} does, at ${formatTime(seconds)}.`,
    )
    return [{ start: range.start, end: inMilliseconds(seconds) }]
  })
  if (settings.poster === null || settings.poster <= seconds) return { ...settings, keep }
  notes.leftOut(
    lineOf('poster'),
    `poster: ${formatTime(settings.poster)}`,
    `It lies after the end of ${asset.name}; the first frame stands in.`,
  )
  return { ...settings, keep, poster: null }
}
