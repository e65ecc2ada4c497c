import * as z from 'zod'
import { recordId } from './base.ts'

export const assetKinds = ['image', 'video', 'audio', 'captions'] as const

/**
 * A media file of the project, as authors see it. The bytes lie content-addressed in `media/<sha256>.<extension>` and are
 * never changed; what was measured of them at import is here, so that nothing needs to be read again.
 */
export const assetSchema = z.strictObject({
  id: recordId,
  type: z.literal('asset'),
  /** The file's name when it was imported, for people. */
  name: z.string().max(255),
  kind: z.enum(assetKinds),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Without a dot, lower case: `mp4`. */
  extension: z.string().regex(/^[a-z0-9]{1,8}$/),
  /** The media type as served: `video/mp4`. */
  mediaType: z.string(),
  bytes: z.number().int().positive(),
  /** Pixels as shown (rotation and pixel shape applied); null where the kind has none. */
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
  /** Length in seconds; null where the kind has none. */
  seconds: z.number().positive().nullable(),
  /** Frames per second of a video's average; null elsewhere. */
  framesPerSecond: z.number().positive().nullable(),
  /** Whether browsers can play or show the file as it is; if not, a converted copy is published. */
  playable: z.boolean(),
})
export type Asset = z.infer<typeof assetSchema>
export type AssetKind = Asset['kind']
