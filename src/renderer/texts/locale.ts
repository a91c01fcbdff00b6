export type Language = 'en' | 'de'

/** Of a language that the system does not speak: the one that its words are written in. */
const OWN: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' }

export const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''

/** Dates and numbers as the system writes them where it speaks the language (en-US, de-AT), else as its words are. */
export function chooseLocale(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => languageOf(tag) === language) ?? OWN[language]
}

/** Numbers in sentences, in the locale that dates and sizes beside them have. */
export function numberIn(language: Language): (value: number) => string {
  // A catalogue is also read where there is no window.
  const locale = chooseLocale(language, typeof navigator === 'undefined' ? [] : navigator.languages)
  return (value) => value.toLocaleString(locale)
}
