import type { CommitObject, ResultObject } from 'scorm-again'
import { withoutEmpty } from './kept.ts'
import type { Visit } from './types.ts'

/** How long a slow LMS takes to save, in milliseconds. */
export const slowCommit = 1500

/** The general error: an LMS says it whenever its server could not save. */
const generalError = 101

/** The LMS's server as scorm-again sees it: takes what is committed, or fails as the conditions say. */
export function commitService({ conditions, onKept, block }: Visit) {
  return {
    processHttpRequest(_url: string, commit: CommitObject | object): ResultObject {
      const { lms, network } = conditions()
      if (lms === 'slow') block(slowCommit)
      if (lms === 'refuses' || network === 'offline') return { result: 'false', errorCode: generalError }
      onKept(withoutEmpty(commit))
      return { result: 'true', errorCode: 0 }
    },
    updateSettings() {},
  }
}

/** Commits reach `commitService` as one flat object; nothing is committed by itself, and nothing goes to the console. */
export const runTimeSettings = {
  autocommit: false,
  lmsCommitUrl: 'lms',
  dataCommitFormat: 'flattened',
  logLevel: 5,
} as const
