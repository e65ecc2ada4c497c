import { createHash, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { MediaAccess, ProjectAccess, StoredFile } from '../../electron/core/domains.ts'
import type { Asset } from '../../shared/model/asset.ts'
import { createQuestion, type Question } from '../../shared/model/questions/index.ts'
import type { InlineText } from '../../shared/model/richtext/schema.ts'
import { fromPlainText } from '../../shared/model/richtext/text.ts'
import { createStep, type Step } from '../../shared/model/steps/index.ts'
import type { Range } from '../../shared/model/steps/video.ts'
import { addModule, changeOf } from './records.ts'

/** Notes `bytes` as a file in the project's media, as an import would. */
export function storeBytes(project: ProjectAccess, bytes: Uint8Array, extension: string): StoredFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = { sha256, crc32: crc32(bytes), bytes: bytes.length, extension }
  writeFileSync(project.filePath(file), bytes)
  project.addFile(file)
  return file
}

/** The asset record of a stored file. */
export function assetOf(file: StoredFile, fields: Partial<Asset> & Pick<Asset, 'kind' | 'mediaType'>): Asset {
  return {
    id: `asset.${file.sha256.slice(0, 16)}`,
    type: 'asset',
    name: `file.${file.extension}`,
    sha256: file.sha256,
    extension: file.extension,
    bytes: file.bytes,
    width: null,
    height: null,
    seconds: null,
    framesPerSecond: null,
    playable: true,
    ...fields,
  }
}

export const words = (text: string): InlineText => [{ type: 'text', text }]

/** What the module shows. */
type Shown = { image: Asset; video: Asset; captions: Asset; keep: Range[] }

/** Assets whose bytes are no real media: for what packs files without looking into them. */
function pretendShown(project: ProjectAccess): Shown {
  const vtt = Buffer.from('WEBVTT\n\n00:01.000 --> 00:04.000\nBees dance.\n')
  return {
    image: assetOf(storeBytes(project, randomBytes(5000), 'png'), {
      kind: 'image',
      mediaType: 'image/png',
      width: 640,
      height: 480,
    }),
    video: assetOf(storeBytes(project, randomBytes(400_000), 'mp4'), {
      kind: 'video',
      mediaType: 'video/mp4',
      width: 1280,
      height: 720,
      seconds: 60,
      framesPerSecond: 25,
    }),
    captions: assetOf(storeBytes(project, vtt, 'vtt'), { kind: 'captions', mediaType: 'text/vtt' }),
    keep: [{ start: 2, end: 10 }],
  }
}

/**
 * Adds a module `m`: a page `m.read` with an image, a trimmed video `m.watch` with captions, and a quiz `m.try` of the
 * questions `m.try.one` (right: choice 1) and `m.try.two` (right: choices 1 and 2). Its pass mark is 80.
 */
export function addPublishableModule(project: ProjectAccess, shown: Shown = pretendShown(project)): void {
  addModule(project, 'm', 'Bees & “honey”')
  const { image, video, captions, keep } = shown
  const steps: Step[] = [
    {
      ...createStep('page', { id: 'm.read', title: 'Read' }),
      body: [
        ...fromPlainText('A bee dances <b>for</b> the others.'),
        { type: 'image', asset: image.id, alt: 'A bee', decorative: false },
      ],
    } as Step,
    {
      ...createStep('video', { id: 'm.watch', title: 'Watch' }),
      asset: video.id,
      captions: captions.id,
      keep,
    } as Step,
    {
      ...createStep('quiz', { id: 'm.try', title: 'Try' }),
      questions: ['m.try.one', 'm.try.two'],
    } as Step,
  ]
  const questions = [
    choiceQuestion('single-choice', 'm.try.one', [100, 0, 0]),
    choiceQuestion('multiple-response', 'm.try.two', [50, 50, 0]),
  ]
  project.commit({
    label: 'Add steps',
    change: changeOf(project, ['m'], (draft) => {
      for (const record of [image, video, captions, ...steps, ...questions]) draft[record.id] = record
      const module = draft.m
      if (module?.type !== 'module') return
      module.steps = steps.map(({ id }) => id)
      module.pass = 80
    }),
  })
}

/** A question whose choices `a`, `b`, … earn `credits`. */
export function choiceQuestion(kind: Question['kind'], id: string, credits: number[]): Question {
  return {
    ...createQuestion(kind, { id }),
    stem: fromPlainText(`What of ${id}?`),
    choices: credits.map((credit, place) => ({
      id: 'abcdefgh'[place] ?? 'z',
      text: words(`Choice ${place + 1}`),
      credit,
      feedback: words(credit > 0 ? 'Right.' : 'No.'),
    })),
  }
}

/** Media that are “cut” at once: what the cut is asked for is told in `asked`. */
export function pretendMedia(): MediaAccess & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    async *rendition(project, asset, ranges, signal) {
      asked.push(`rendition ${asset.id} ${JSON.stringify(ranges)}`)
      yield { type: 'progress', phase: 'Cutting', fraction: 0.5, secondsLeft: null }
      signal?.throwIfAborted()
      yield { type: 'done', result: storeBytes(project, Buffer.from(`cut of ${asset.id}`), 'mp4') }
    },
    async frame(project, { name }, seconds) {
      asked.push(`frame ${name} ${seconds}`)
      return storeBytes(project, Buffer.from(`frame ${seconds} of ${name}`), 'jpg')
    },
    // oxlint-disable-next-line require-yield -- publishing never takes files in
    async *takeFile() {
      throw new Error('not asked for here')
    },
  }
}
