import { arabic } from './arabic.ts'
import { chinese } from './chinese.ts'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { italian } from './italian.ts'
import { japanese } from './japanese.ts'
import { polish } from './polish.ts'
import { portuguese } from './portuguese.ts'
import { spanish } from './spanish.ts'
import type { Words } from './words.ts'

/** By the language's first subtag. A language that is not here gets English. */
const byLanguage: Record<string, Words> = {
  en: english,
  ar: arabic,
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  ja: japanese,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  zh: chinese,
}

/**
 * The player's words for a BCP 47 language tag. All languages together are only in the pre-renderer: it writes the module's
 * one into the page, so that learners load no other.
 */
export function wordsFor(language: string): Words {
  return byLanguage[language.split('-')[0]?.toLowerCase() ?? ''] ?? english
}
