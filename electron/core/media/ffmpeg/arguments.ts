import { resolve } from 'node:path'

/**
 * A file as ffmpeg and ffprobe take it. The absolute path behind `file:` keeps a name from being read as an option (`-y.mp4`)
 * or as another protocol (`concat:a|b`). Nothing else is special to the `file` protocol; patterns (`%03d`) belong to the
 * image sequences, which no call here reads or writes.
 */
export function fileArgument(path: string): string {
  return `file:${resolve(path)}`
}

/**
 * The containers that are read. Formats that name other files or addresses (playlists, concat scripts, DASH, SDP) are
 * left out on purpose: an imported file must not make ffmpeg open a second one.
 */
const containers = [
  'aac,ac3,aiff,amr,asf,au,avi,caf,dv,eac3,flac,flv,matroska,webm,mov,mp4,m4a,3gp,3g2,mj2',
  'mp3,mpeg,mpegts,mxf,nut,ogg,rm,swf,tta,w64,wav,wv',
].join(',')

/** A picture of a kind that was measured. */
export type Picture = { path: string; kind: 'png' | 'jpg' }

const pictureFormats = { png: 'png_pipe', jpg: 'jpeg_pipe', gif: 'gif', webp: 'webp_pipe' }

/**
 * A picture as an input, read as what it was measured to be and as nothing else: left to guess, ffmpeg takes a large JPEG for an
 * image sequence, by its name.
 */
export function pictureArguments({
  path,
  kind,
}: {
  path: string
  kind: keyof typeof pictureFormats
}): string[] {
  return ['-protocol_whitelist', 'file', '-f', pictureFormats[kind], '-i', fileArgument(path)]
}

/** What must stand before every recording: the only protocols and containers it may use. */
export function inputArguments(path: string, { container }: { container?: string | null } = {}): string[] {
  return [
    '-protocol_whitelist',
    'file,pipe',
    '-format_whitelist',
    containers,
    ...(container ? ['-f', container] : []),
    '-i',
    fileArgument(path),
  ]
}
