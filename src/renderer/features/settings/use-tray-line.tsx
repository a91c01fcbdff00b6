import { useSettings } from '../../session/settings-context.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Switch } from '../../ui/switch.tsx'
import type { SettingLine } from './setting-row.tsx'
import { useChangeSetting } from './use-change-setting.ts'

export function useTrayLine(): SettingLine {
  const { name, why } = useTexts().tray
  const { settings } = useSettings()
  const change = useChangeSetting()
  const control = <Switch label={name} on={settings.closeToTray} onChange={(on) => change({ closeToTray: on })} />
  return { name, why, control }
}
