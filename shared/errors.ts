/**
 * Every way an operation can fail. One row a code: the HTTP status, the exit code of the command line, and the sentence
 * for people: what happened, to which thing, what to do next. Codes are added to, never renamed or re-used.
 */
export const errorTable = {
  'invalid-input': row<{ what: string }>(400, 2, (d) => `${d.what} Correct it and try again.`),
  internal: row<{ operation: string }>(
    500,
    70,
    (d) =>
      `Something went wrong inside the studio (${d.operation}). Your saved work is untouched; try again, and report it if it happens twice.`,
  ),
  unsupported: row<{ what: string; instead: string }>(
    501,
    3,
    (d) => `${d.what} cannot be done here. ${d.instead}`,
  ),
  'studio-unreachable': row<{ problem: string }>(
    503,
    5,
    (d) =>
      `The studio does not answer (${d.problem}). What you see is kept in this window; start the studio again, then try again here.`,
  ),
  cancelled: row<{ what: string }>(499, 4, (d) => `${d.what} was cancelled. Nothing was changed.`),

  'project-exists': row<{ path: string }>(
    409,
    10,
    (d) => `There is already something at ${d.path}. Choose another name or folder.`,
  ),
  'project-missing': row<{ path: string }>(
    404,
    11,
    (d) =>
      `There is no project at ${d.path}. It may have been moved or renamed; open it from where it is now.`,
  ),
  'not-a-project': row<{ path: string }>(
    422,
    12,
    (d) =>
      `${d.path} is not a Morsel project (a folder that holds project.db). Choose the .morsel folder itself.`,
  ),
  'project-damaged': row<{ path: string; problem: string }>(
    422,
    13,
    (d) =>
      `The project ${d.path} is damaged (${d.problem}). Nothing was written to it; restore it from a backup, or send the folder with your report.`,
  ),
  'format-too-new': row<{ path: string; found: number; known: number }>(
    422,
    14,
    (d) =>
      `${d.path} was made by a newer Morsel Studio (format ${d.found}; this one reads up to ${d.known}). Update the studio, then open it again.`,
  ),
  'project-locked': row<{ path: string }>(
    423,
    15,
    (d) => `${d.path} is open in another Morsel Studio. Close it there, then try again.`,
  ),
  'project-not-open': row<{ project: string }>(
    409,
    16,
    (d) => `The project ${d.project} is not open any more. Open it again from the start screen.`,
  ),
  'project-gone': row<{ path: string }>(
    410,
    17,
    (d) =>
      `The project folder ${d.path} was moved or deleted while it was open. Put it back where it was, or open it from its new place; until then nothing more can be saved.`,
  ),
  'read-only': row<{ path: string }>(
    403,
    18,
    (d) => `${d.path} cannot be written to. Allow writing to it, or copy it to a folder of yours.`,
  ),
  'disk-full': row<{ path: string }>(
    507,
    19,
    (d) => `The disk that holds ${d.path} is full. Nothing was changed; free some space, then try again.`,
  ),
  'write-failed': row<{ path: string; problem: string }>(
    500,
    20,
    (d) =>
      `${d.path} could not be written (${d.problem}). Nothing was changed; check the disk and try again.`,
  ),

  conflict: row<{ record: string }>(
    409,
    21,
    (d) =>
      `“${d.record}” was changed elsewhere in the meantime, so this edit was not saved. The newest version is shown; make the edit again.`,
  ),
  'record-missing': row<{ id: string; type: string }>(
    404,
    22,
    (d) => `There is no ${d.type} ${d.id} in this project. List the project to see what it holds.`,
  ),
  'rule-broken': row<{ problem: string }>(
    422,
    23,
    (d) =>
      `This edit would break the project (${d.problem}), so it was not saved. Undo it, and report how you came to it.`,
  ),

  'file-missing': row<{ path: string }>(
    404,
    30,
    (d) => `There is no file at ${d.path}. Check the name and the folder.`,
  ),
  'file-unreadable': row<{ path: string; problem: string }>(
    403,
    31,
    (d) => `${d.path} cannot be read (${d.problem}). Check that it is a file and that you may read it.`,
  ),
  'file-empty': row<{ name: string }>(
    422,
    32,
    (d) => `${d.name} is empty (0 bytes). Export or copy it again, then import it.`,
  ),
  'file-exists': row<{ path: string }>(
    409,
    33,
    (d) => `There is already a file at ${d.path}. Choose another name.`,
  ),
  'file-kind-unknown': row<{ name: string; accepted: string }>(
    415,
    34,
    (d) => `${d.name} is not a kind of file the studio takes here. It takes ${d.accepted}.`,
  ),
  'file-too-large': row<{ name: string; limit: string }>(
    413,
    35,
    (d) => `${d.name} is larger than ${d.limit}. Make it smaller, then import it.`,
  ),
  'file-hostile': row<{ name: string; problem: string }>(
    422,
    36,
    (d) => `${d.name} was refused (${d.problem}). Nothing of it was taken; get a clean copy from its author.`,
  ),
  'source-invalid': row<{ name: string; place: string; problem: string }>(
    422,
    37,
    (d) =>
      `${d.name}, ${d.place}: ${d.problem} Nothing was imported; correct that place and import the file again.`,
  ),

  'media-damaged': row<{ name: string; problem: string }>(
    422,
    40,
    (d) =>
      `${d.name} is damaged or not a kind of media we can read (${d.problem}). Export it again, or convert it to MP4, MP3, PNG or JPEG.`,
  ),
  'range-invalid': row<{ name: string; problem: string }>(
    422,
    41,
    (d) =>
      `${d.name} cannot be cut like that: ${d.problem} Set the start before the end, inside the recording.`,
  ),
  'ffmpeg-missing': row<{ tool: string }>(
    503,
    42,
    (d) =>
      `${d.tool} was not found, so media cannot be read or cut. Install ffmpeg, or set MORSEL_FFMPEG to where it is; all else works without it.`,
  ),
  'ffmpeg-failed': row<{ name: string; problem: string }>(
    500,
    43,
    (d) =>
      `ffmpeg could not process ${d.name} (${d.problem}). The original is untouched; try another export of it.`,
  ),
  'ffmpeg-stopped': row<{ name: string; signal: string }>(
    500,
    44,
    (d) =>
      `ffmpeg was stopped from outside (${d.signal}) while it processed ${d.name}. The original is untouched; try again.`,
  ),

  'no-speech-engine': row<{ how: string }>(503, 45, (d) => `Nothing on this machine can speak. ${d.how}`),
  'voice-unknown': row<{ voice: string; speaker: string; there: string }>(
    422,
    46,
    (d) =>
      `There is no voice “${d.voice}” for ${d.speaker}. There is ${d.there}; name one of these, or a language one of them speaks.`,
  ),
  'speech-failed': row<{ count: number; first: string; lines: string }>(
    422,
    47,
    (d) =>
      `${d.count === 1 ? 'One line' : `${d.count} lines`} could not be spoken: ${d.first} What was spoken is remembered; put that right and make the episode again.`,
  ),
  'episode-off-target': row<{ name: string; problem: string }>(
    500,
    48,
    (d) =>
      `${d.name} could not be brought to its loudness (${d.problem}). Nothing was written; try another loudness, or less music.`,
  ),

  'publish-blocked': row<{ module: string; count: number; first: string }>(
    422,
    50,
    (d) =>
      `“${d.module}” cannot be published yet: ${d.first}${d.count > 1 ? ` (and ${d.count - 1} more; see the checks)` : ''} Put that right, then publish again.`,
  ),
  'package-unsound': row<{ module: string; count: number; first: string; findings: string }>(
    422,
    52,
    (d) =>
      `The package of “${d.module}” is not sound: ${d.first}${d.count > 1 ? ` (and ${d.count - 1} more)` : ''} It was thrown away, and what was there before is untouched.`,
  ),
  'player-missing': row<{ path: string }>(
    503,
    51,
    (d) => `The learner's player was not found at ${d.path}. Run "npm run build" once, then try again.`,
  ),
} as const

type Row<Details> = { status: number; exit: number; sentence: (details: Details) => string }

function row<Details extends ErrorDetails>(
  status: number,
  exit: number,
  sentence: (details: Details) => string,
): Row<Details> {
  return { status, exit, sentence }
}

export type ErrorDetails = Record<string, string | number>
export type ErrorCode = keyof typeof errorTable
export type DetailsOf<Code extends ErrorCode> = Parameters<(typeof errorTable)[Code]['sentence']>[0]

/** A failure that a person can act on. `message` is the sentence of `errorTable`; `details` names the things it speaks of. */
export class StudioError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly details: DetailsOf<Code>

  constructor(code: Code, details: DetailsOf<Code>, options?: { cause?: unknown }) {
    super(sentenceFor(code, details), options)
    this.name = 'StudioError'
    this.code = code
    this.details = details
  }
}

/** The sentence for people of `code` with `details` put in. */
export function sentenceFor<Code extends ErrorCode>(code: Code, details: DetailsOf<Code>): string {
  return (errorTable[code].sentence as (details: DetailsOf<Code>) => string)(details)
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorTable, code)
}
