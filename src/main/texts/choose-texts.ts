import type { Settings } from '../../shared/settings.ts'
import { de } from './de.ts'
import { en, type MainTexts } from './en.ts'

const CATALOGUES: Readonly<Record<'en' | 'de', MainTexts>> = { en, de }

/** The chosen language, or the first of the system's that we speak, or English. */
export function chooseTexts(language: Settings['language'], preferred: readonly string[]): MainTexts {
  if (language !== 'system') return CATALOGUES[language]
  const known = preferred.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => tag === 'en' || tag === 'de')
  return CATALOGUES[known ?? 'en']
}
