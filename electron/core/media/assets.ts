import type { Asset } from '../../../shared/model/asset.ts'
import type { ProjectAccess, StoredFile } from '../domains.ts'
import { StudioError } from '../../../shared/errors.ts'

/**
 * Saves a new asset's record as one change that can be undone; a record that is there already stays as it is. With the
 * `mergeKey` and `by` of the edit that uses it, both are one undo step.
 */
export function commitAsset(
  project: ProjectAccess,
  asset: Asset,
  label: string,
  joined: { mergeKey?: string | undefined; by?: string | undefined } = {},
): void {
  if (project.record(asset.id)) return
  project.commit({
    label: label.slice(0, 200),
    ...(joined.mergeKey === undefined ? {} : { mergeKey: joined.mergeKey }),
    ...(joined.by === undefined ? {} : { by: joined.by }),
    change: { added: { [asset.id]: asset }, updated: {}, removed: {} },
  })
}

/** The stored file of an asset, or `file-missing` when somebody took it out of `media/`'s list. */
export function fileOf(project: ProjectAccess, asset: Pick<Asset, 'name' | 'sha256'>): StoredFile {
  const file = project.file(asset.sha256)
  if (!file) throw new StudioError('file-missing', { path: asset.name })
  return file
}
