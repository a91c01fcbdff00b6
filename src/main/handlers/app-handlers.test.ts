import { expect, test, vi } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { DEFAULT_SETTINGS } from '../../shared/settings.ts'
import { DEFAULTS, type SettingsStore } from '../settings-store.ts'
import { fakeParts } from '../test-support/fake-parts.ts'
import { appHandlers } from './app-handlers.ts'

const NOW = undefined
const FIELD = { item: '00000000-0000-4000-8000-000000000000', field: 'url' }
const VIEW = {
  name: 'Work',
  place: '/a/Work.coffer',
  items: 3,
  readOnly: false,
  kdf: { memoryKiB: 262_144, passes: 3, lanes: 4 },
  hasRecoveryPhrase: true,
  hasDeviceKey: false,
  notices: []
}

type Given = { readonly offer?: string | null; readonly store?: Partial<SettingsStore>; readonly allow?: boolean }

function setUp(parts = fakeParts(), { offer = null, store = {}, allow = true }: Given = {}) {
  const onSettings = vi.fn()
  const openInBrowser = vi.fn(async () => {})
  const confirmWebsite = vi.fn(async () => true)
  const confirmBreachOnline = vi.fn(async () => allow)
  const handlers = appHandlers({
    ...parts,
    store: { read: () => DEFAULTS, change: async () => {}, ...store },
    vaultToOffer: () => offer,
    onSettings,
    confirmWebsite,
    confirmBreachOnline,
    openInBrowser
  })
  return { handlers, onSettings, openInBrowser, confirmWebsite, confirmBreachOnline }
}

test('the page learns whether there is a vault to open, or one is open already', async () => {
  expect(await setUp().handlers['app.state'](NOW, NOW)).toEqual({ status: 'noVault' })
  const locked = setUp(fakeParts(), { offer: '/a/Work.coffer' })
  expect(await locked.handlers['app.state'](NOW, NOW)).toMatchObject({
    status: 'locked',
    vault: { name: 'Work.coffer' },
    reason: null,
    wantsNew: false
  })
  const open = setUp(fakeParts({ 'vault.view': VIEW }, { open: '/a/Work.coffer' }))
  expect(await open.handlers['app.state'](NOW, NOW)).toEqual({ status: 'unlocked', vault: VIEW })
})

test('a vault that is locking just now is locked', async () => {
  const parts = fakeParts({ 'vault.view': new VaultError('LOCKED') }, { open: '/a/Work.coffer' })
  const { handlers } = setUp(parts, { offer: '/a/Work.coffer' })
  expect(await handlers['app.state'](NOW, NOW)).toMatchObject({ status: 'locked' })
})

test('settings take effect when the disk has them, and not when it has not', async () => {
  const changed = { ...DEFAULT_SETTINGS, theme: 'dark' as const }
  const { handlers, onSettings } = setUp()
  expect(await handlers['app.changeSettings'](changed, NOW)).toEqual(changed)
  expect(onSettings).toHaveBeenCalledWith(changed)
  const full = setUp(fakeParts(), { store: { change: () => Promise.reject(new Error('ENOSPC')) } })
  await expect(async () => full.handlers['app.changeSettings'](changed, NOW)).rejects.toThrow('IO')
  expect(full.onSettings).not.toHaveBeenCalled()
})

test('the address of a field opens in the browser after a yes; the page does not name it', async () => {
  const { handlers, openInBrowser, confirmWebsite } = setUp(fakeParts({ 'value.forCopy': { value: 'github.com' } }))
  expect(await handlers['app.openWebsite'](FIELD, NOW)).toBe(true)
  expect(confirmWebsite).toHaveBeenCalledWith('github.com')
  expect(openInBrowser).toHaveBeenCalledWith('https://github.com/')
  confirmWebsite.mockResolvedValueOnce(false)
  expect(await handlers['app.openWebsite'](FIELD, NOW)).toBe(false)
  expect(openInBrowser).toHaveBeenCalledTimes(1)
})

test('requests are switched on by the answer to a native dialog alone, and off by a click', async () => {
  const change = vi.fn(async () => {})
  const on = { ...DEFAULT_SETTINGS, breachOnline: true }
  const refused = setUp(fakeParts(), { store: { change }, allow: false })
  expect(await refused.handlers['app.changeSettings'](on, NOW)).toEqual(DEFAULT_SETTINGS)
  expect(change).toHaveBeenLastCalledWith({ settings: DEFAULT_SETTINGS })

  const allowed = setUp(fakeParts(), { store: { change } })
  expect(await allowed.handlers['app.changeSettings'](on, NOW)).toEqual(on)

  const already = setUp(fakeParts(), { store: { change, read: () => ({ ...DEFAULTS, settings: on }) } })
  await already.handlers['app.changeSettings']({ ...on, theme: 'dark' }, NOW)
  await already.handlers['app.changeSettings'](DEFAULT_SETTINGS, NOW)
  expect(already.confirmBreachOnline).not.toHaveBeenCalled()
  expect(change).toHaveBeenLastCalledWith({ settings: DEFAULT_SETTINGS })
})

test('a page that begins anew after a lock learns why, and where the user wants to go', async () => {
  const parts = fakeParts()
  const { handlers } = setUp(parts, { offer: '/a/Work.coffer' })
  parts.afterLock.opened('/a/Work.coffer')
  parts.afterLock.locked('idle')
  expect(await handlers['app.state'](NOW, NOW)).toMatchObject({ vault: { name: 'Work.coffer' }, reason: 'idle' })
  parts.afterLock.leaveFor({ path: '/a/Other.coffer' })
  expect(await handlers['app.state'](NOW, NOW)).toMatchObject({ vault: { name: 'Other.coffer' }, reason: null })
  parts.afterLock.leaveFor({ path: null })
  expect(await handlers['app.state'](NOW, NOW)).toMatchObject({ vault: { name: 'Work.coffer' }, wantsNew: true })
})
