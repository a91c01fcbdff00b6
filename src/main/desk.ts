import { join } from 'node:path'
import { app } from 'electron'
import type { Settings } from '../shared/settings.ts'
import { type AfterLock, createAfterLock } from './after-lock.ts'
import { createDeviceKeyStore, type DeviceKeyStore } from './device-keys.ts'
import { type AttachmentDialogs, createAttachmentDialogs } from './attachment-dialogs.ts'
import { createDialogs, type Dialogs } from './dialogs.ts'
import { createFreshnessMarks, type FreshnessMarks } from './freshness-marks.ts'
import { createFileHandles, type FileHandles } from './file-handles.ts'
import type { Log } from './log.ts'
import { createLastSelected, type LastSelected } from './last-selected.ts'
import { createOfferedVault, type OfferedVault } from './offered-vault.ts'
import { createPage, type Page } from './page.ts'
import { createKeychain, type Keychain } from './platform/keychain.ts'
import { keychainByProcess } from './platform/keychain-client.ts'
import { createRecentVaults, type RecentVaults } from './recent-vaults.ts'
import { openSettingsStore, type SettingsStore } from './settings-store.ts'
import { spawnKeychain } from './spawn-keychain.ts'
import { chooseTexts } from './texts/choose-texts.ts'
import type { MainTexts } from './texts/en.ts'
import { looksLikeVault } from './vault-file-check.ts'

/** What most parts of main work with. Nothing of it is secret. */
export type Desk = {
  readonly log: Log
  readonly store: SettingsStore
  readonly settings: () => Settings
  readonly texts: () => MainTexts
  readonly page: Page
  readonly handles: FileHandles
  readonly recent: RecentVaults
  readonly lastSelected: LastSelected
  readonly dialogs: Dialogs
  readonly attachmentDialogs: AttachmentDialogs
  readonly offered: OfferedVault
  readonly keychain: Keychain
  readonly deviceKeys: DeviceKeyStore
  readonly marks: FreshnessMarks
  readonly afterLock: AfterLock
}

export async function openDesk(log: Log): Promise<Desk> {
  const store = await openSettingsStore(join(app.getPath('userData'), 'settings.json'))
  const settings = () => store.read().settings
  const texts = () => chooseTexts(settings().language, app.getPreferredSystemLanguages())
  const page = createPage(log)
  const handles = createFileHandles()
  const offered = createOfferedVault(looksLikeVault, (path) =>
    page.tell('vault.offered', { file: handles.issue(path) })
  )
  const recent = createRecentVaults(store)
  const lastSelected = createLastSelected(store)
  const keychain = createKeychain(keychainByProcess(spawnKeychain))
  const deviceKeys = createDeviceKeyStore(keychain)
  const marks = createFreshnessMarks(keychain)
  const dialogs = createDialogs(page.window, texts)
  const attachmentDialogs = createAttachmentDialogs(page.window, texts)
  const shared = { dialogs, attachmentDialogs, keychain, deviceKeys, marks, afterLock: createAfterLock() }
  return { log, store, settings, texts, page, handles, recent, lastSelected, offered, ...shared }
}
