import { createStore } from 'zustand/vanilla'
import { slug } from '../../../shared/ids.ts'
import { readHosting } from '../publish/hosting/address.ts'
import { inPublished } from '../publish/target.ts'

/** The folders that feeds were made in, by series: for as long as the studio is open. */
export const feedFolders = createStore<{ chosen: Readonly<Record<string, string>> }>(() => ({ chosen: {} }))

export function setFeedFolder(series: string, folder: string): void {
  feedFolders.setState((before) => ({ chosen: { ...before.chosen, [series]: folder } }))
}

/** The folder of a series' feed unless told otherwise: `<projects>/Published/<title>-podcast`. */
export function usualFolder(projectsFolder: string, title: string): string {
  return inPublished(projectsFolder, `${slug(title) || 'series'}-podcast`)
}

/** The address of the folder that a person typed, perhaps as that of the feed in it; or why it is none. Null while nothing was typed. */
export function readSite(typed: string): ReturnType<typeof readHosting> {
  return readHosting(typed.trim().replace(/\/feed\.xml$/i, '/'))
}
