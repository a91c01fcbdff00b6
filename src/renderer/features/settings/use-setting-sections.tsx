import type { ReactNode } from 'react'
import type { Settings } from '../../../shared/settings.ts'
import type { VaultView } from '../../../shared/vault-views.ts'
import { useSession } from '../../session/session.ts'
import { useSettings } from '../../session/settings-context.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { DeviceKeyControl } from '../device-key/device-key-control.tsx'
import { ExportControl } from '../export/export-control.tsx'
import { PolicyControl } from '../journal/policy-control.tsx'
import { KeysControl } from '../share/keys-control.tsx'
import { useNetworkLines, useRequestsLine } from '../breaches/use-network-lines.tsx'
import type { SettingLine } from './setting-row.tsx'
import { useCompactLine } from './use-compact-line.tsx'
import { useChangeSetting } from './use-change-setting.ts'
import { useTrayLine } from './use-tray-line.tsx'

export type SettingSection = { readonly id: string; readonly title: string; readonly lines: readonly SettingLine[] }

/** What of the vault's keys is to be changed; the numbers of now are those to raise. */
export type KeyChange = 'password' | 'phrase' | VaultView['kdf']

const MINUTES = [1, 2, 5, 10, 15, 30, 60, 0]
const SECONDS = [10, 15, 30, 60, 120, 300]

/** The page as data, so that the search reads what the eye reads. */
export function useSettingSections(onChange: (what: KeyChange) => void): readonly SettingSection[] {
  const t = useTexts().settings
  return [
    { id: 'locking', title: t.locking.title, lines: useLockingLines() },
    { id: 'clipboard', title: t.clipboard.title, lines: useClipboardLines() },
    { id: 'password', title: t.password.title, lines: usePasswordLines(onChange) },
    {
      id: 'backups',
      title: t.backups.title,
      lines: [said(t.backups.automatic, t.backups.automaticWhy, null), useCompactLine()]
    },
    useJournalSection(),
    useShareSection(),
    useExportSection(),
    { id: 'look', title: t.look.title, lines: useLookLines() },
    { id: 'language', title: t.language.title, lines: useLanguageLines() },
    { id: 'network', title: t.network.title, lines: useNetworkLines() },
    { id: 'about', title: t.about.title, lines: useAboutLines() }
  ]
}

const said = (name: string, why: string, control: ReactNode): SettingLine => ({
  name,
  why,
  control: control === null ? null : <span className="quiet">{control}</span>
})

function useLockingLines(): readonly SettingLine[] {
  const t = useTexts().settings.locking
  const { settings } = useSettings()
  const change = useChangeSetting()
  const choices = withCurrent(MINUTES, settings.lockAfterMinutes)
  const idle = (
    <Select
      label={t.idle}
      choices={choices.map((minutes) => ({ value: `${minutes}`, label: minutes === 0 ? t.never : t.minutes(minutes) }))}
      value={`${settings.lockAfterMinutes}`}
      onChange={(minutes) => change({ lockAfterMinutes: Number(minutes) })}
    />
  )
  return [{ name: t.idle, why: t.idleWhy, control: idle }, said(t.always, t.alwaysWhy, t.on), useTrayLine()]
}

function useClipboardLines(): readonly SettingLine[] {
  const t = useTexts().settings
  const { settings } = useSettings()
  const change = useChangeSetting()
  const choices = withCurrent(SECONDS, settings.clearClipboardAfterSeconds)
  const clear = (
    <Select
      label={t.clipboard.clear}
      choices={choices.map((seconds) => ({ value: `${seconds}`, label: t.clipboard.seconds(seconds) }))}
      value={`${settings.clearClipboardAfterSeconds}`}
      onChange={(seconds) => change({ clearClipboardAfterSeconds: Number(seconds) })}
    />
  )
  return [
    { name: t.clipboard.clear, why: t.clipboard.clearWhy, control: clear },
    said(t.clipboard.history, t.clipboard.historyWhy, t.locking.on)
  ]
}

/** A number that was written into the file by hand is shown, not hidden. */
const withCurrent = (usual: readonly number[], current: number): readonly number[] =>
  usual.includes(current) ? usual : [...usual, current]

function usePasswordLines(onChange: (what: KeyChange) => void): readonly SettingLine[] {
  const t = useTexts()
  const { session } = useSession()
  const change = <Button onClick={() => onChange('password')}>{t.settings.password.action}</Button>
  const { password } = t.settings
  const hasDeviceKey = session.status === 'unlocked' && session.vault.hasDeviceKey
  return [
    { name: password.change, why: password.changeWhy, control: change },
    { name: t.deviceKey.name, why: t.deviceKey.why, control: <DeviceKeyControl on={hasDeviceKey} /> },
    ...usePhraseLines(onChange),
    ...useCostLines(onChange)
  ]
}

function usePhraseLines(onChange: (what: KeyChange) => void): readonly SettingLine[] {
  const t = useTexts().newKeys.phrase
  const { session } = useSession()
  if (session.status !== 'unlocked' || !session.vault.hasRecoveryPhrase) return []
  const control = <Button onClick={() => onChange('phrase')}>{t.button}</Button>
  return [{ name: t.row, why: t.why, control }]
}

function useCostLines(onChange: (what: KeyChange) => void): readonly SettingLine[] {
  const t = useTexts()
  const format = useFormat()
  const { session } = useSession()
  if (session.status !== 'unlocked') return []
  const { kdf } = session.vault
  const control = <Button onClick={() => onChange(kdf)}>{t.newKeys.cost.button}</Button>
  const numbers = t.generator.kdf(format.number(Math.round(kdf.memoryKiB / 1024)), kdf.passes)
  return [{ name: t.settings.password.cost, why: t.settings.password.costWhy(numbers), control }]
}

function useJournalSection(): SettingSection {
  const { title, name, why } = useTexts().journal.setting
  return { id: 'journal', title, lines: [{ name, why, control: <PolicyControl /> }] }
}

function useShareSection(): SettingSection {
  const { title, name, why } = useTexts().share.settings
  return { id: 'share', title, lines: [{ name, why, control: <KeysControl /> }] }
}

function useExportSection(): SettingSection {
  const { title, name, why } = useTexts().exports.settings
  return { id: 'export', title, lines: [{ name, why, control: <ExportControl /> }] }
}

function useLookLines(): readonly SettingLine[] {
  const t = useTexts().settings.look
  const { settings } = useSettings()
  const change = useChangeSetting()
  const theme = (
    <Segmented
      label={t.theme}
      choices={choicesOf<Settings['theme']>(['system', 'light', 'dark'], t.themes)}
      value={settings.theme}
      onChange={(value) => change({ theme: value })}
    />
  )
  const density = (
    <Segmented
      label={t.density}
      choices={choicesOf<Settings['density']>(['comfortable', 'compact'], t.densities)}
      value={settings.density}
      onChange={(value) => change({ density: value })}
    />
  )
  return [
    { name: t.theme, why: t.themeWhy, control: theme },
    { name: t.density, why: t.densityWhy, control: density }
  ]
}

function useLanguageLines(): readonly SettingLine[] {
  const t = useTexts().settings.language
  const { settings } = useSettings()
  const change = useChangeSetting()
  const language = (
    <Segmented
      label={t.language}
      choices={choicesOf<Settings['language']>(['system', 'en', 'de'], t.languages)}
      value={settings.language}
      onChange={(value) => change({ language: value })}
    />
  )
  return [{ name: t.language, why: t.languageWhy, control: language }]
}

const choicesOf = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) =>
  values.map((value) => ({ value, label: labels[value] }))

function useAboutLines(): readonly SettingLine[] {
  const t = useTexts().settings.about
  const { session } = useSession()
  const lines = [said(t.coffer, t.cofferWhy, null), useRequestsLine()]
  return session.status === 'unlocked'
    ? [...lines, said(t.vault, `${session.vault.place}. ${t.formatWhy}`, null)]
    : lines
}
