/** What the first bytes of a file say it is; its name has no say. */
export type Signature =
  | { type: 'image'; extension: 'png' | 'jpg' | 'gif' | 'webp'; mediaType: string }
  | { type: 'captions' }
  /** Known, and not taken: `what` names it in words (“an SVG drawing”), `instead` says what to do. */
  | { type: 'refused'; what: string; instead: string }
  /** Perhaps sound or moving pictures: ffprobe decides. `isMatroskaWeb` tells WebM from other Matroska. */
  | { type: 'unknown'; isMatroskaWeb: boolean }

/** How many bytes `signatureOf` wants to see. */
export const signatureBytes = 4096

export function signatureOf(head: Uint8Array): Signature {
  const latin = Buffer.from(head.subarray(0, signatureBytes)).toString('latin1')
  if (latin.startsWith('\x89PNG\r\n\x1a\n'))
    return { type: 'image', extension: 'png', mediaType: 'image/png' }
  if (latin.startsWith('\xff\xd8\xff')) return { type: 'image', extension: 'jpg', mediaType: 'image/jpeg' }
  if (/^GIF8[79]a/.test(latin)) return { type: 'image', extension: 'gif', mediaType: 'image/gif' }
  if (latin.startsWith('RIFF') && latin.slice(8, 12) === 'WEBP')
    return { type: 'image', extension: 'webp', mediaType: 'image/webp' }
  if (/^(\xef\xbb\xbf)?WEBVTT(?=[ \t\r\n]|$)/.test(latin)) return { type: 'captions' }
  const picture = otherPicture(latin)
  if (picture)
    return { type: 'refused', what: picture, instead: 'Export it as PNG, JPEG or WebP, then import that.' }
  return {
    type: 'unknown',
    isMatroskaWeb: latin.startsWith('\x1aE\xdf\xa3') && /B\x82.{1,8}webm/s.test(latin),
  }
}

/** Pictures that browsers do not all show, or that can carry scripts. */
function otherPicture(latin: string): string | null {
  // The first element may follow a declaration, a doctype and comments.
  if (
    /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE\s+svg|\s)*[^<]*<svg[\s>]/s.test(latin) ||
    /^\s*<!DOCTYPE\s+svg/i.test(latin)
  )
    return 'an SVG drawing'
  if (/^.{4}ftyp(heic|heix|hevc|mif1|msf1|heim|heis)/s.test(latin)) return 'a HEIC photo'
  if (/^.{4}ftypavi[fs]/s.test(latin)) return 'an AVIF picture'
  if (/^(II\*\0|MM\0\*)/.test(latin)) return 'a TIFF picture'
  if (/^BM.{4}\0\0\0\0/s.test(latin)) return 'a BMP picture'
  return null
}
