const common = (
  'ar bg cs da de de-CH el en en-GB en-US es es-MX et fa fi fr fr-CA ga he hi hr hu id is it ja ko lt lv ms nb nl ' +
  'nl-BE nn pl pt pt-BR ro ru sk sl sr sv sw th tr uk ur vi zh-Hans zh-Hant'
).split(' ')

/** The languages to choose from, by name, with the one in use among them. */
export function languageChoices(inUse: string): { value: string; label: string }[] {
  const tags = common.includes(inUse) ? common : [...common, inUse]
  return tags
    .map((tag) => ({ value: tag, label: languageName(tag) }))
    .toSorted((one, other) => one.label.localeCompare(other.label))
}

/** Making one takes as long as asking it forty times. */
let names: Intl.DisplayNames | null = null

/** A language's name for people: `en-GB` is “British English”; a tag nobody knows stays as it is. */
export function languageName(tag: string): string {
  try {
    names ??= new Intl.DisplayNames(['en'], { type: 'language' })
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
