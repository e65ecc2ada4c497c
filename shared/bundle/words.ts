import type { CalloutTone } from '../model/richtext/schema.ts'

/** The few words that compiled HTML itself speaks: what a callout is, and the name of a table that scrolls. */
export type Words = Record<CalloutTone | 'table', string>

const english: Words = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  table: 'Table',
}

/** By the language's first subtag. A language that is not here gets English. */
const byLanguage: Record<string, Words> = {
  en: english,
  ar: { note: 'ملاحظة', tip: 'نصيحة', important: 'مهم', warning: 'تحذير', table: 'جدول' },
  de: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', table: 'Tabelle' },
  es: { note: 'Nota', tip: 'Consejo', important: 'Importante', warning: 'Advertencia', table: 'Tabla' },
  fr: { note: 'Remarque', tip: 'Conseil', important: 'Important', warning: 'Attention', table: 'Tableau' },
  it: { note: 'Nota', tip: 'Suggerimento', important: 'Importante', warning: 'Attenzione', table: 'Tabella' },
  ja: { note: 'メモ', tip: 'ヒント', important: '重要', warning: '警告', table: '表' },
  nl: { note: 'Opmerking', tip: 'Tip', important: 'Belangrijk', warning: 'Waarschuwing', table: 'Tabel' },
  pl: { note: 'Uwaga', tip: 'Wskazówka', important: 'Ważne', warning: 'Ostrzeżenie', table: 'Tabela' },
  pt: { note: 'Nota', tip: 'Dica', important: 'Importante', warning: 'Atenção', table: 'Tabela' },
  zh: { note: '注意', tip: '提示', important: '重要', warning: '警告', table: '表格' },
}

/** The words for a BCP 47 language tag. */
export function wordsFor(language: string): Words {
  return byLanguage[primarySubtag(language)] ?? english
}

const rightToLeftLanguages = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])
const rightToLeftScripts = new Set(['adlm', 'arab', 'aran', 'hebr', 'nkoo', 'syrc', 'thaa'])

/** Which way a language is written. A script in the tag (`ku-Arab`, `ur-Latn`) rules over the language's usual one. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const script = language.split('-').find((subtag, place) => place > 0 && /^[A-Za-z]{4}$/.test(subtag))
  const isRightToLeft = script
    ? rightToLeftScripts.has(script.toLowerCase())
    : rightToLeftLanguages.has(primarySubtag(language))
  return isRightToLeft ? 'rtl' : 'ltr'
}

/** A language's name in that language (`en-GB` becomes “British English”), or the tag where it has none. */
export function languageName(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}

function primarySubtag(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? ''
}
