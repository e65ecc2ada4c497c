/** The words of a true-or-false question, by language; English where we have none. */
const words: Record<string, [isTrue: string, isFalse: string]> = {
  ar: ['صح', 'خطأ'],
  cs: ['Pravda', 'Nepravda'],
  da: ['Sandt', 'Falsk'],
  de: ['Wahr', 'Falsch'],
  el: ['Σωστό', 'Λάθος'],
  en: ['True', 'False'],
  es: ['Verdadero', 'Falso'],
  fi: ['Tosi', 'Epätosi'],
  fr: ['Vrai', 'Faux'],
  he: ['נכון', 'לא נכון'],
  hu: ['Igaz', 'Hamis'],
  it: ['Vero', 'Falso'],
  ja: ['正しい', '誤り'],
  ko: ['참', '거짓'],
  nb: ['Sant', 'Usant'],
  nl: ['Waar', 'Onwaar'],
  no: ['Sant', 'Usant'],
  pl: ['Prawda', 'Fałsz'],
  pt: ['Verdadeiro', 'Falso'],
  ro: ['Adevărat', 'Fals'],
  ru: ['Верно', 'Неверно'],
  sv: ['Sant', 'Falskt'],
  tr: ['Doğru', 'Yanlış'],
  uk: ['Правда', 'Неправда'],
  zh: ['正确', '错误'],
}

/** “True” and “False” in the language of a tag such as `de-AT`. */
export function trueFalseWords(language: string): [isTrue: string, isFalse: string] {
  const [primary = ''] = language.toLowerCase().split('-')
  return (Object.hasOwn(words, primary) ? words[primary] : undefined) ?? ['True', 'False']
}
