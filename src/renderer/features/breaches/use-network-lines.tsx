import { REQUESTS, SHOWN_PREFIX } from '../../../shared/requests.ts'
import { useSettings } from '../../session/settings-context.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Switch } from '../../ui/switch.tsx'
import type { SettingLine } from '../settings/setting-row.tsx'
import { useChangeSetting } from '../settings/use-change-setting.ts'

/** The one thing that may ask for a network, off unless somebody wants it, and what is asked for then. */
export function useNetworkLines(): readonly SettingLine[] {
  const t = useTexts().breaches
  const { settings } = useSettings()
  const change = useChangeSetting()
  const { breachOnline } = settings
  const { requests, setting } = t
  return [
    {
      name: requests.name,
      why: breachOnline ? requests.on : requests.off,
      control: <Quiet text={breachOnline ? requests.some : requests.none} />
    },
    {
      name: setting.name,
      why: setting.why,
      control: <Switch label={setting.name} on={breachOnline} onChange={(on) => change({ breachOnline: on })} />
    }
  ]
}

/** Drawn from the list that main makes requests by. */
export function useRequestsLine(): SettingLine {
  const t = useTexts().breaches.about
  const { settings } = useSettings()
  const { method, url, headers } = REQUESTS.breachRange
  const carried = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')
  return {
    name: t.name,
    why: t.one(method, `${url}${SHOWN_PREFIX}`, carried),
    control: <Quiet text={settings.breachOnline ? t.on : t.off} />
  }
}

const Quiet = ({ text }: { readonly text: string }) => <span className="quiet">{text}</span>
