import { accessSync, constants, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

export type ToolName = 'ffmpeg' | 'ffprobe'

/** A program and in which of the places it was found, in words for `doctor`. */
export type Tool = { path: string; from: string }

/** Where to look, first place first. */
export type Places = {
  /** What the person set: the program itself or the folder it is in. When set, no other ffmpeg is taken. */
  setting: string | null
  /** A folder that a packaged studio may carry. */
  bundled: string
  /** Finds the npm installer packages; null to leave them out. */
  packages: ((tool: ToolName) => string | null) | null
  /** The value of `PATH`. */
  path: string
}

/** The places of this machine. */
export function usualPlaces({ setting, resources }: { setting: string | null; resources: string }): Places {
  return {
    setting,
    bundled: join(resources, 'ffmpeg'),
    packages: installedPackage,
    path: process.env.PATH ?? '',
  }
}

/** The program, or null when it is in none of the places. */
export function locate(tool: ToolName, places: Places): Tool | null {
  const { setting, bundled, packages, path } = places
  if (setting) {
    const found = [besideSetting(tool, setting), join(setting, fileName(tool))].find(isProgram)
    if (found) return { path: found, from: 'the setting MORSEL_FFMPEG' }
    // A setting that is wrong must show, and before work is built on it: nothing else stands in for it. For an ffprobe
    // that is not beside the right ffmpeg, others do.
    if (tool === 'ffmpeg' || !locate('ffmpeg', places)) return null
  }
  const inBundle = join(bundled, fileName(tool))
  if (isProgram(inBundle)) return { path: inBundle, from: 'the studio’s own resources' }
  const packaged = packages?.(tool)
  if (packaged && isProgram(packaged)) return { path: packaged, from: `@${tool}-installer` }
  const onPath = path
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, fileName(tool)))
    .find(isProgram)
  return onPath ? { path: onPath, from: 'PATH' } : null
}

/** The setting names ffmpeg; its ffprobe lies beside it. */
function besideSetting(tool: ToolName, setting: string): string {
  return tool === 'ffmpeg' ? setting : join(dirname(setting), fileName(tool))
}

function fileName(tool: ToolName): string {
  return process.platform === 'win32' ? `${tool}.exe` : tool
}

/**
 * The installer packages are looked up by their platform package, not imported: their own entry throws where the platform
 * package is absent.
 */
function installedPackage(tool: ToolName): string | null {
  const name = `@${tool}-installer/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), fileName(tool))
  } catch {
    return null
  }
}

/** A file that this user may run; npm's ffprobe, installed by root, is not one for anybody else. */
function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
