import { createContext, useContext } from 'react'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts'

export type SettingsApi = {
  readonly settings: Settings
  /** Holds at once; throws ApiError when it could not be written down, and takes the change back. */
  change(part: Partial<Settings>): Promise<void>
}

export const SettingsContext = createContext<SettingsApi>({ settings: DEFAULT_SETTINGS, change: async () => {} })

export const useSettings = (): SettingsApi => useContext(SettingsContext)
