import * as z from 'zod'
import { previewFormats, previewStarts } from '../bundle/preview-conditions.ts'
import { recordId } from '../model/base.ts'
import { findingSchema } from '../model/finding.ts'
import { operation, progressThen, projectHandle } from './base.ts'

export const bundleFormats = ['scorm12', 'scorm2004', 'cmi5', 'xapi', 'web'] as const
export const bundleFormat = z.enum(bundleFormats)
export type BundleFormat = z.infer<typeof bundleFormat>

/** The editions of SCORM 2004 that LMSs still take; each has a manifest of its own. */
export const scorm2004Editions = ['3rd', '4th'] as const

export const publishedSchema = z.strictObject({
  /** The file written (or the folder, for `web` into a folder), as an absolute path. */
  file: z.string(),
  format: bundleFormat,
  module: z.string(),
  bytes: z.number().int(),
  files: z.number().int(),
  /** Of the zip, in hexadecimal; null for a folder, and where no checksum was asked for. */
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
        /** For `scorm2004`: another edition than the project's target takes best. */
        edition: z.enum(scorm2004Editions).optional(),
        /** Whether to tell the zip's SHA-256, which makes writing a third slower. Default false. */
        checksum: z.boolean().optional(),
        /** Whether the package is also played in a headless browser before it takes its place. Default false. */
        verify: z.boolean().optional(),
      }),
    )
    .output(progressThen(publishedSchema)),
  preview: operation('Compiles a module for preview and tells where it plays')
    .input(
      z.strictObject({
        project: projectHandle,
        module: recordId,
        step: recordId.optional(),
        /** Default `scorm12`. */
        format: z.enum(previewFormats).optional(),
      }),
    )
    .output(
      progressThen(
        z.strictObject({
          preview: z.string(),
          url: z.string(),
          format: z.enum(previewFormats),
          /** The formats that can be previewed: those whose player was built. */
          formats: z.array(z.enum(previewFormats)),
          /** The learners, beside a new one, that this module can be opened for. */
          starts: z.array(z.enum(previewStarts).exclude(['first'])),
        }),
      ),
    ),
  closePreview: operation('Forgets a preview').input(z.strictObject({ preview: z.string() })),
}
