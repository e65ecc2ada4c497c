import type { Asset } from '../../../shared/model/asset.ts'
import type { ProjectAccess, StoredFile } from '../domains.ts'
import { StudioError } from '../../../shared/errors.ts'

/** Saves a new asset's record as one change that can be undone; a record that is there already stays as it is. */
export function commitAsset(project: ProjectAccess, asset: Asset, label: string): void {
  if (project.record(asset.id)) return
  project.commit({
    label: label.slice(0, 200),
    change: { added: { [asset.id]: asset }, updated: {}, removed: {} },
  })
}

/** The stored file of an asset, or `file-missing` when somebody took it out of `media/`'s list. */
export function fileOf(project: ProjectAccess, asset: Asset): StoredFile {
  const file = project.file(asset.sha256)
  if (!file) throw new StudioError('file-missing', { path: asset.name })
  return file
}
