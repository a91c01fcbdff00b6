import * as v from 'valibot'
import { VaultError } from '../../core/errors.ts'
import type { Handlers } from '../../shared/api.ts'
import type { Settings } from '../../shared/settings.ts'
import { vaultView } from '../../shared/vault-views.ts'
import type { AfterLock } from '../after-lock.ts'
import type { FileHandles } from '../file-handles.ts'
import { openWebsite } from '../open-website.ts'
import type { MainSession } from '../session.ts'
import type { SettingsStore } from '../settings-store.ts'
import type { VaultClient } from '../vault-client.ts'

export type AppParts = {
  readonly client: VaultClient
  readonly session: MainSession
  readonly store: SettingsStore
  readonly handles: FileHandles
  readonly afterLock: AfterLock
  /** The vault to offer when none is open: handed to the app, or last used. */
  readonly vaultToOffer: () => string | null
  readonly onSettings: (settings: Settings) => void
  readonly confirmWebsite: (host: string) => Promise<boolean>
  readonly confirmBreachOnline: () => Promise<boolean>
  readonly openInBrowser: (url: string) => Promise<void>
}

export function appHandlers(
  parts: AppParts
): Handlers<'app.state' | 'app.settings' | 'app.changeSettings' | 'app.openWebsite'> {
  const { client, session, store, handles, afterLock, vaultToOffer, onSettings, confirmWebsite, openInBrowser } = parts
  return {
    'app.state': async () => {
      if (session.openPath() !== null) {
        const view = await client.call('vault.view', undefined)
        if (view.ok) return { status: 'unlocked', vault: v.parse(vaultView, view.value) }
      }
      const wish = afterLock.wish()
      const path = wish?.path ?? vaultToOffer()
      if (path === null) return { status: 'noVault' }
      const wantsNew = wish !== null && wish.path === null
      return { status: 'locked', vault: handles.issue(path), reason: afterLock.reason(path), wantsNew }
    },
    'app.settings': () => store.read().settings,
    'app.changeSettings': async (asked) => {
      // The network is opened by the person at the screen alone: a page that was taken over cannot answer this dialog.
      const opensNetwork = asked.breachOnline && !store.read().settings.breachOnline
      const settings = opensNetwork ? { ...asked, breachOnline: await parts.confirmBreachOnline() } : asked
      await store.change({ settings }).catch(() => {
        throw new VaultError('IO')
      })
      onSettings(settings)
      return settings
    },
    'app.openWebsite': async (field) => {
      const { value } = await client.ask('value.forCopy', field)
      return openWebsite(value, confirmWebsite, openInBrowser)
    }
  }
}
