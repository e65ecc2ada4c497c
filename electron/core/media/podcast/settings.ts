import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { RenderJob } from './render.ts'
import { storeKey } from './store.ts'

const settingSchema = z.object({ gain: z.number(), limit: z.number() })
/** What each kind of file, by its ending, was mastered with. */
const settingsSchema = z.record(z.string(), settingSchema)
type Settings = z.infer<typeof settingsSchema>

/** The same episode in the same form. */
const keyOf = ({ tags, preset, bitrate, sampleRate }: RenderJob) =>
  storeKey('settings', tags.title, preset, bitrate, sampleRate)

/**
 * What the last render of an episode ended with. All that is said is at one level, so that its files come right with it again
 * unless much has changed, which is found out when they are measured.
 */
export async function recall(job: RenderJob): Promise<Settings | null> {
  const path = await job.store.find(keyOf(job))
  const text = path === null ? null : await readFile(path, 'utf8').catch(() => null)
  const settings = settingsSchema.safeParse(asJson(text ?? ''))
  return settings.success ? settings.data : null
}

export async function remember(job: RenderJob, settings: Settings): Promise<void> {
  await job.store.keep(keyOf(job), Buffer.from(JSON.stringify(settings)))
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
