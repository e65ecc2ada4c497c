import type { BundleFormat } from '../../../shared/contract/publish.ts'
import { slug } from '../../../shared/ids.ts'

/** Where a module is published unless told otherwise: `<projects>/Published/<title>-<format>.zip`. */
export function usualTarget(projectsFolder: string, title: string, format: BundleFormat): string {
  return inPublished(projectsFolder, `${slug(title) || 'module'}-${format}.zip`)
}

/** The path of `name` where files for others go. */
export function inPublished(projectsFolder: string, name: string): string {
  const separator = projectsFolder.includes('\\') ? '\\' : '/'
  const folder = projectsFolder.endsWith(separator) ? projectsFolder.slice(0, -1) : projectsFolder
  return [folder, 'Published', name].join(separator)
}
