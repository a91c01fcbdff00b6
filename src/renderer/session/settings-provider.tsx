import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts'
import { call } from '../api.ts'
import { createFormat } from '../texts/format.ts'
import { CATALOGUES, chooseLanguage } from '../texts/language.ts'
import { chooseLocale } from '../texts/locale.ts'
import { FormatContext } from '../texts/use-format.ts'
import { useLanguages } from '../texts/use-languages.ts'
import { TextsContext } from '../texts/use-texts.ts'
import { type SettingsApi, SettingsContext } from './settings-context.ts'

/** Theme, density, language: what every screen stands on. Draws nothing until they are known, so nothing flashes. */
export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const api = useStoredSettings()
  const settings = api?.settings ?? DEFAULT_SETTINGS
  const languages = useLanguages()
  const language = chooseLanguage(settings.language, languages)
  const locale = chooseLocale(language, languages)
  const format = useMemo(() => createFormat(locale), [locale])
  useRootAttributes(settings, language)
  if (api === null) return null
  return (
    <SettingsContext value={api}>
      <TextsContext value={CATALOGUES[language]}>
        <FormatContext value={format}>{children}</FormatContext>
      </TextsContext>
    </SettingsContext>
  )
}

function useStoredSettings(): SettingsApi | null {
  const [settings, setSettings] = useState<Settings | null>(null)
  useEffect(() => {
    void call('app.settings', undefined).then(setSettings, () => setSettings(DEFAULT_SETTINGS))
  }, [])
  return useMemo(() => {
    if (settings === null) return null
    const change = async (part: Partial<Settings>): Promise<void> => {
      const next = { ...settings, ...part }
      setSettings(next)
      try {
        setSettings(await call('app.changeSettings', next))
      } catch (error) {
        setSettings(settings)
        throw error
      }
    }
    return { settings, change }
  }, [settings])
}

function useRootAttributes({ theme, density }: Settings, language: string): void {
  useEffect(() => {
    const root = document.documentElement
    root.lang = language
    root.dataset['density'] = density
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
  }, [theme, density, language])
}
