import type { Stream, Streams } from './streams.ts'

/** How a file is named and served, by what is in it. */
export type FileType = { extension: string; mediaType: string }

const types: Record<string, { video: FileType; audio: FileType }> = {
  matroska: pair('mkv', 'video/x-matroska', 'mka', 'audio/x-matroska'),
  ogg: pair('ogv', 'video/ogg', 'ogg', 'audio/ogg'),
  asf: pair('wmv', 'video/x-ms-wmv', 'wma', 'audio/x-ms-wma'),
  mp3: only('mp3', 'audio/mpeg'),
  wav: only('wav', 'audio/wav'),
  flac: only('flac', 'audio/flac'),
  aac: only('aac', 'audio/aac'),
  ac3: only('ac3', 'audio/ac3'),
  amr: only('amr', 'audio/amr'),
  aiff: only('aiff', 'audio/aiff'),
  avi: only('avi', 'video/x-msvideo'),
  flv: only('flv', 'video/x-flv'),
  mpegts: only('ts', 'video/mp2t'),
  mpeg: only('mpg', 'video/mpeg'),
}

/** The file type of an imported recording. */
export function fileTypeOf(streams: Streams, { isMatroskaWeb }: { isMatroskaWeb: boolean }): FileType {
  const kind = streams.video ? 'video' : 'audio'
  const names = streams.container.split(',')
  if (names.includes('mov')) return movieType(streams.majorBrand, kind)
  if (names.includes('matroska') && isMatroskaWeb) return { extension: 'webm', mediaType: `${kind}/webm` }
  const known = names.map((name) => types[name]).find(Boolean)
  if (known) return known[kind]
  const extension = (names[0] ?? '').replace(/[^a-z0-9]/g, '').slice(0, 8)
  return { extension: extension || 'bin', mediaType: 'application/octet-stream' }
}

function movieType(majorBrand: string, kind: 'video' | 'audio'): FileType {
  if (majorBrand.startsWith('qt') && kind === 'video')
    return { extension: 'mov', mediaType: 'video/quicktime' }
  if (majorBrand.startsWith('3g')) return { extension: '3gp', mediaType: `${kind}/3gpp` }
  return kind === 'video'
    ? { extension: 'mp4', mediaType: 'video/mp4' }
    : { extension: 'm4a', mediaType: 'audio/mp4' }
}

/** What Chromium plays, by container (tried with its `<video>`): pictures and sound it decodes in it. */
const playable: Record<string, { video: string[]; audio: string[] }> = {
  mp4: { video: ['h264', 'vp9', 'av1'], audio: ['aac', 'mp3', 'opus', 'flac'] },
  mov: { video: ['h264'], audio: ['aac', 'mp3'] },
  m4a: { video: [], audio: ['aac', 'mp3', 'opus', 'flac'] },
  webm: { video: ['vp8', 'vp9', 'av1'], audio: ['vorbis', 'opus'] },
  ogg: { video: [], audio: ['vorbis', 'opus', 'flac'] },
  mp3: { video: [], audio: ['mp3'] },
  aac: { video: [], audio: ['aac'] },
  flac: { video: [], audio: ['flac'] },
  wav: { video: [], audio: ['pcm_u8', 'pcm_s16le', 'pcm_s24le', 'pcm_s32le', 'pcm_f32le', 'mp3'] },
}

/** Whether browsers play the file as it is. HEVC is left out: Chromium plays its sound to a black picture. */
export function isPlayable({ video, audio, forced }: Streams, { extension }: FileType): boolean {
  const known = playable[extension]
  // What had to be forced on ffmpeg, a browser guesses wrong too.
  if (!known || forced) return false
  const isVideoFine = !video || (known.video.includes(video.codec_name) && isCommonPicture(video))
  return isVideoFine && (!audio || known.audio.includes(audio.codec_name))
}

/** H.264 in more than 8 bits, or with colour finer than 4:2:0, is beyond many decoders; VP9 and AV1 in 10 bits are not. */
function isCommonPicture({ codec_name, pix_fmt }: Stream): boolean {
  return codec_name === 'h264' ? /^yuvj?420p$/.test(pix_fmt) : /^(yuvj?420p(10le)?|gbrp)?$/.test(pix_fmt)
}

function pair(video: string, videoType: string, audio: string, audioType: string) {
  return {
    video: { extension: video, mediaType: videoType },
    audio: { extension: audio, mediaType: audioType },
  }
}

function only(extension: string, mediaType: string) {
  return { video: { extension, mediaType }, audio: { extension, mediaType } }
}
