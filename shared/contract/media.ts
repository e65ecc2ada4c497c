import * as z from 'zod'
import { assetSchema } from '../model/asset.ts'
import { recordId } from '../model/base.ts'
import { rangeSchema } from '../model/steps/video.ts'
import { operation, progressThen, projectHandle } from './base.ts'

const path = z.string().min(1)

/** Who asks, and which undo step the new asset goes into: that of the edit that uses it. */
const joined = { mergeKey: z.string().max(200).optional(), by: z.string().max(60).optional() }

/** What a cut gave. Times in seconds; `start` and `end` are the original's first and last kept moment. */
export const trimResultSchema = z.strictObject({
  file: path,
  mode: z.literal('exact'),
  seconds: z.number(),
  start: z.number(),
  end: z.number(),
  reencoded: z.boolean(),
})

export const mediaContract = {
  importFile: operation(
    'Copies a file of this machine into the project and measures it; the original is never touched',
  )
    .input(z.strictObject({ project: projectHandle, path, ...joined }))
    .output(progressThen(assetSchema)),
  convert: operation('Makes a copy of an asset that browsers can play, as a new asset')
    .input(z.strictObject({ project: projectHandle, asset: recordId, ...joined }))
    .output(progressThen(assetSchema)),
  trim: operation('Cuts ranges out of a media file into a new file')
    .input(
      z.strictObject({
        input: path,
        output: path,
        ranges: z.array(rangeSchema).min(1),
        mode: z.literal('exact'),
      }),
    )
    .output(progressThen(trimResultSchema)),
}
