import * as z from 'zod'
import { idPattern } from '../ids.ts'

/** The id of a record: unique in its project, never re-used, never changed. */
export const recordId = z
  .string()
  .regex(idPattern, 'An id has letters, digits, dots, dashes and underscores only.')

/** A title as people type it. Empty is allowed while writing; the checks ask for one before publishing. */
export const title = z.string().max(300)

/** A BCP 47 language tag, as HTML's `lang` takes it. */
export const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'A language is a tag such as en, en-GB or ar.')
