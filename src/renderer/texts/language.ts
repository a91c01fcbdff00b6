import type { Settings } from '../../shared/settings.ts'
import { de } from './de.ts'
import { en, type Texts } from './en.ts'

export type Language = 'en' | 'de'

export const CATALOGUES: Readonly<Record<Language, Texts>> = { en, de }

const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''
const isLanguage = (text: string): text is Language => Object.hasOwn(CATALOGUES, text)

/** The chosen language, or the first of the system's that there is a catalogue for, or English. */
export function chooseLanguage(setting: Settings['language'], preferred: readonly string[]): Language {
  if (setting !== 'system') return setting
  return preferred.map(languageOf).find(isLanguage) ?? 'en'
}

/** Dates and numbers as the system writes them where it speaks the language (en-US, de-AT), else as the language does. */
export function chooseLocale(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => languageOf(tag) === language) ?? language
}
