import type { Settings } from '../../shared/settings.ts'
import { de } from './de.ts'
import { en, type Texts } from './en.ts'
import { type Language, languageOf } from './locale.ts'

export const CATALOGUES: Readonly<Record<Language, Texts>> = { en, de }

const isLanguage = (text: string): text is Language => Object.hasOwn(CATALOGUES, text)

/** The chosen language, or the first of the system's that there is a catalogue for, or English. */
export function chooseLanguage(setting: Settings['language'], preferred: readonly string[]): Language {
  if (setting !== 'system') return setting
  return preferred.map(languageOf).find(isLanguage) ?? 'en'
}
