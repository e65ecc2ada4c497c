import type { Asset } from '../../../../shared/model/asset.ts'
import type { RecordMap } from '../../../../shared/model/records.ts'
import type { Range, VideoStep } from '../../../../shared/model/steps/video.ts'
import type { EditFunction } from '../types.ts'
import { keptRanges, toKeep } from './ranges.ts'

/** The recording a step shows, or null. */
export function recordingOf(step: VideoStep, records: RecordMap): Asset | null {
  const record = step.asset === null ? undefined : records[step.asset]
  return record?.type === 'asset' ? record : null
}

/** Changes one video step. */
export function editVideo(
  edit: EditFunction,
  id: string,
  label: string,
  change: (step: VideoStep) => void,
  mergeKey?: string,
): void {
  edit(
    label,
    (draft) => {
      const step = draft[id]
      if (step?.type === 'step' && step.kind === 'video') change(step)
    },
    mergeKey === undefined ? {} : { mergeKey },
  )
}

/** The ranges a step keeps of its recording, and the way to change them. */
export function trimOf(step: VideoStep, asset: Asset, edit: EditFunction) {
  const seconds = asset.seconds ?? 0
  const ranges = keptRanges(step.keep, seconds)
  return {
    seconds,
    ranges,
    /** Seconds of one frame; 1/25 where the recording does not say. */
    frame: 1 / (asset.framesPerSecond ?? 25),
    setRanges: (label: string, next: readonly Range[], mergeKey?: string) =>
      editVideo(edit, step.id, label, (record) => (record.keep = toKeep(next, seconds)), mergeKey),
  }
}
export type Trim = ReturnType<typeof trimOf>

/** Puts a recording into a step: what was kept, shown and said of the one before does not fit it. */
export function chooseRecording(edit: EditFunction, id: string, asset: Asset): void {
  edit('Choose video', (draft) => {
    const step = draft[id]
    if (step?.type !== 'step' || step.kind !== 'video') return
    step.asset = asset.id
    step.keep = []
    step.poster = null
    step.captions = null
  })
}
