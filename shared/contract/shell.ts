import * as z from 'zod'
import { operation } from './base.ts'

export const shellInfoSchema = z.strictObject({
  version: z.string(),
  shell: z.enum(['desktop', 'web', 'cli']),
  /** What this shell can do for a person; the studio hides what it cannot. */
  can: z.strictObject({
    pickProject: z.boolean(),
    pickMedia: z.boolean(),
    pickSave: z.boolean(),
    pickFolder: z.boolean(),
    reveal: z.boolean(),
  }),
  /** Where new projects go unless told otherwise, as an absolute path. */
  projectsFolder: z.string(),
  /** Where studio pages load media from: `''` for the same origin, or an origin. */
  mediaBase: z.string(),
  /** The origin that previews run on. */
  previewOrigin: z.string(),
})

/** What `doctor` finds. A null means: not there. */
export const doctorSchema = z.strictObject({
  node: z.strictObject({ version: z.string(), path: z.string() }),
  ffmpeg: z
    .strictObject({
      version: z.string(),
      path: z.string(),
      probePath: z.string().nullable(),
      from: z.string(),
      lacks: z.array(z.string()),
    })
    .nullable(),
  /** How many voices can speak a podcast script. */
  voices: z.number().int(),
  electron: z.strictObject({ version: z.string() }).nullable(),
  chromium: z.strictObject({ path: z.string() }).nullable(),
  problems: z.array(z.strictObject({ message: z.string(), cost: z.string() })),
})

const path = z.string().min(1)
export const shellContract = {
  info: operation('What this shell is and can do').output(shellInfoSchema),
  doctor: operation('What this machine has, and what each missing thing costs').output(doctorSchema),
  pickProject: operation('Lets a person choose a project folder').output(
    z.strictObject({ path: path.nullable() }),
  ),
  pickMedia: operation('Lets a person choose media files').output(z.strictObject({ paths: z.array(path) })),
  pickSave: operation('Lets a person choose where to save a file')
    .input(z.strictObject({ suggested: path }))
    .output(z.strictObject({ path: path.nullable() })),
  pickFolder: operation('Lets a person choose a folder to write into')
    .input(z.strictObject({ suggested: path }))
    .output(z.strictObject({ path: path.nullable() })),
  reveal: operation('Shows a file in the system’s file manager').input(z.strictObject({ path })),
}
