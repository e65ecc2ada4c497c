import type { Asset } from '../../../shared/model/asset.ts'
import type { doctorSchema } from '../../../shared/contract/shell.ts'
import type { Range } from '../../../shared/model/steps/video.ts'
import type * as z from 'zod'
import type { MediaAccess, ProjectAccess, Work } from '../domains.ts'
import type { Ports } from '../ports.ts'
import { convert } from './cut/convert.ts'
import { frame } from './cut/frame.ts'
import { rendition } from './cut/rendition.ts'
import { trim, type TrimResult } from './cut/trim.ts'
import { type Places, usualPlaces } from './ffmpeg/locate.ts'
import { createFfmpegTools } from './ffmpeg/tools.ts'
import { fileSource, streamSource } from './intake/source.ts'
import { take } from './intake/take.ts'

/** All that is done to media, for this domain's own operations and routes. */
export type Media = MediaAccess & {
  /** Takes a request's body in as an asset. `size` is what its sender promised, or null. Commits nothing. */
  takeStream: (
    project: ProjectAccess,
    name: string,
    stream: ReadableStream<Uint8Array>,
    size: number | null,
    signal?: AbortSignal,
  ) => Work<Asset>
  /** A copy that browsers can play, as an asset of its own. Commits nothing. */
  convert: (project: ProjectAccess, asset: Asset, signal?: AbortSignal) => Work<Asset>
  /** Cuts ranges out of a file of this machine into a new file. */
  trim: (job: { input: string; output: string; ranges: Range[] }, signal?: AbortSignal) => Work<TrimResult>
  /** Which ffmpeg is used, where it was found and what it lacks; null when there is none. */
  describeFfmpeg: () => Promise<z.infer<typeof doctorSchema>['ffmpeg']>
}

/** `places` says where to look for ffmpeg; the usual places of this machine by default. */
export function createMedia(
  ports: Pick<Ports, 'ffmpeg'> & { paths: Pick<Ports['paths'], 'resources'> },
  places: Places = usualPlaces({ setting: ports.ffmpeg, resources: ports.paths.resources }),
): Media {
  const tools = createFfmpegTools(places)
  return {
    async *takeFile(project, path, signal) {
      yield* take(tools, project, await fileSource(path), signal)
    },
    takeStream: (project, name, stream, size, signal) =>
      take(tools, project, streamSource(name, stream, size), signal),
    rendition: (project, asset, ranges, signal) => rendition(tools, project, asset, ranges, signal),
    frame: (project, asset, seconds, signal) => frame(tools, project, asset, seconds, signal),
    convert: (project, asset, signal) => convert(tools, project, asset, signal),
    trim: (job, signal) => trim(tools, job, signal),
    async describeFfmpeg() {
      const ffmpeg = tools.find('ffmpeg')
      if (!ffmpeg) return null
      const ffprobe = tools.find('ffprobe')
      const { version, lacks } = await tools.capabilities()
      return {
        version,
        path: ffmpeg.path,
        probePath: ffprobe?.path ?? null,
        from: ffmpeg.from,
        lacks: ffprobe ? lacks : ['ffprobe, without which no media can be read', ...lacks],
      }
    },
  }
}
