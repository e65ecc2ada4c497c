import * as z from 'zod'
import { recordId } from '../model/base.ts'
import { findingSchema } from '../model/finding.ts'
import { operation, progressThen, projectHandle } from './base.ts'

export const bundleFormats = ['scorm12', 'web'] as const
export const bundleFormat = z.enum(bundleFormats)
export type BundleFormat = z.infer<typeof bundleFormat>

export const publishedSchema = z.strictObject({
  /** The file written (or the folder, for `web` into a folder), as an absolute path. */
  file: z.string(),
  format: bundleFormat,
  module: z.string(),
  bytes: z.number().int(),
  files: z.number().int(),
  /** Of the zip, in hexadecimal; null for a folder. */
  sha256: z.string().nullable(),
  findings: z.array(findingSchema),
})
export type Published = z.infer<typeof publishedSchema>

export const publishContract = {
  module: operation('Writes a module as a bundle for an LMS or the web')
    .input(
      z.strictObject({
        project: projectHandle,
        module: recordId,
        format: bundleFormat,
        /** A path that ends in `.zip`, or, for `web`, a folder. */
        out: z.string().min(1),
        /** Whether a file already there may be replaced. Default false. */
        overwrite: z.boolean().optional(),
      }),
    )
    .output(progressThen(publishedSchema)),
  preview: operation('Compiles a module for preview and tells where it plays')
    .input(z.strictObject({ project: projectHandle, module: recordId, step: recordId.optional() }))
    .output(progressThen(z.strictObject({ preview: z.string(), url: z.string() }))),
  closePreview: operation('Forgets a preview').input(z.strictObject({ preview: z.string() })),
}
