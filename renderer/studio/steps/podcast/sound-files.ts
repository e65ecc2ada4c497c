import { StudioError } from '../../../../shared/errors.ts'
import type { Asset } from '../../../../shared/model/asset.ts'
import { tellFailure } from '../../ui/tell-failure.tsx'

/** What a file chooser offers where sound is asked for. */
export const soundFiles = 'audio/*,.mp3,.m4a,.aac,.wav,.aif,.aiff,.flac,.ogg,.oga,.opus,.wma,.webm'

/** Brings a file in whose sound is wanted: a video will do. Null when there is none in it; the person was told why. */
export async function importSound(
  file: File,
  importMedia: (file: File) => Promise<Asset | null>,
): Promise<Asset | null> {
  const asset = await importMedia(file)
  if (!asset || asset.kind === 'audio' || asset.kind === 'video') return asset
  tellFailure(new StudioError('file-kind-unknown', { name: file.name, accepted: 'sound' }))
  return null
}
