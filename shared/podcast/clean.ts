/** Signs that no voice can say and no XML may hold; tab and line ends are not among them. */
const controls = /(?![\t\n\v\f\r])\p{Cc}|[\ufffe\uffff]/gu

/** The text without control characters; a half of a pair of surrogates becomes �. */
export function withoutControls(text: string): string {
  return text.replace(controls, '').toWellFormed()
}

/** Plain words on one line: no control characters, single blanks, none at the ends. */
export function oneLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, ' ').trim()
}
