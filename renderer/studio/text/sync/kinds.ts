import { CUT_TAG, PASTE_TAG } from 'lexical'

/** The kinds of edit in a text: what undo calls each, and whether one goes on with the one before. */
export const editKinds = {
  typing: { label: 'Write text', isContinued: true },
  alt: { label: 'Describe picture', isContinued: true },
  format: { label: 'Format text', isContinued: false },
  style: { label: 'Change paragraph style', isContinued: false },
  list: { label: 'Change list', isContinued: false },
  link: { label: 'Change link', isContinued: false },
  paste: { label: 'Paste', isContinued: false },
  cut: { label: 'Cut', isContinued: false },
  picture: { label: 'Insert picture', isContinued: false },
  'remove-picture': { label: 'Remove picture', isContinued: false },
} as const
export type EditKind = keyof typeof editKinds

const prefix = 'edit:'

/** The tag that says of a Lexical update which kind of edit it is; without one it is typing. */
export function tagOf(kind: EditKind): string {
  return prefix + kind
}

/** The tag of an update that brings in what others wrote: it is no edit of this editor. */
export const outsideTag = 'outside'

export function kindOf(tags: ReadonlySet<string>): EditKind {
  if (tags.has(PASTE_TAG)) return 'paste'
  if (tags.has(CUT_TAG)) return 'cut'
  for (const tag of tags) if (tag.startsWith(prefix)) return tag.slice(prefix.length) as EditKind
  return 'typing'
}
