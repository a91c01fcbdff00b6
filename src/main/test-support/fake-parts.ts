import { vi } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { createAfterLock } from '../after-lock.ts'
import { createDeviceKeyStore } from '../device-keys.ts'
import type { Dialogs } from '../dialogs.ts'
import { createFileHandles } from '../file-handles.ts'
import { createLastSelected } from '../last-selected.ts'
import { DEFAULTS } from '../settings-store.ts'
import { createFreshnessMarks } from '../freshness-marks.ts'
import type { Keychain } from '../platform/keychain.ts'
import type { MainSession } from '../session.ts'
import type { VaultClient } from '../vault-client.ts'
import type { VaultAnswer } from '../vault-connection.ts'

/** What handlers stand on, with answers by method and a list of what was asked. */
export function fakeParts(answers: Readonly<Record<string, unknown>> = {}, { open = null as string | null } = {}) {
  const asked: [string, unknown][] = []
  const give = async (method: string, input: unknown): Promise<unknown> => {
    asked.push([method, input])
    const answer = answers[method]
    if (answer instanceof VaultError) throw answer
    return answer
  }
  const client: VaultClient = {
    call: async (method, input): Promise<VaultAnswer> => {
      try {
        return { ok: true, value: await give(method, input) }
      } catch (error) {
        if (error instanceof VaultError) return { ok: false, code: error.code, detail: error.detail }
        throw error
      }
    },
    ask: give as VaultClient['ask'],
    sealingKey: async () => 'the key',
    isKeyNow: (key) => key === 'the key',
    renew: async () => {},
    end: async () => {}
  }
  const session: MainSession = {
    openPath: () => open,
    prepare: async () => 'the key',
    holding: (_keys, run) => run(),
    open: ((method: string, path: string, input: unknown) => give(`${method} ${path}`, input)) as MainSession['open'],
    askOnce: give as MainSession['askOnce'],
    lock: vi.fn(async () => {}),
    cancelOpening: vi.fn(async () => true),
    lost: () => {}
  }
  const choice = (): Promise<string | null> => Promise.resolve(null)
  const dialogs: Dialogs = {
    chooseVault: vi.fn(choice),
    choosePlace: vi.fn(choice),
    chooseExportTarget: vi.fn(choice),
    chooseExportFile: vi.fn(choice),
    chooseShareFile: vi.fn(choice),
    chooseJournalFile: vi.fn(choice),
    chooseRestoreTarget: vi.fn(choice),
    chooseSalvageTarget: vi.fn(choice),
    chooseCopyTarget: vi.fn(choice),
    chooseForeignFile: vi.fn(choice),
    chooseForeignFolder: vi.fn(choice),
    chooseKeyFile: vi.fn(choice),
    chooseReceiptTarget: vi.fn(choice),
    chooseBreachFile: vi.fn(choice),
    chooseBreachFolder: vi.fn(choice),
    confirmRemoveSource: vi.fn(async () => true),
    confirmWebsite: vi.fn(async () => true),
    confirmBreachOnline: vi.fn(async () => true)
  }
  const recent = { paths: () => ['/home/me/Work.coffer'], remember: async () => {} }
  const keychain = memoryKeychain(asked)
  const deviceKeys = createDeviceKeyStore(keychain)
  const marks = createFreshnessMarks(keychain)
  const breachRun = {
    run: vi.fn(async () => ({ checked: 0, found: 0, left: 0, trouble: null })),
    stop: vi.fn(() => {})
  }
  return {
    breachRun,
    client,
    session,
    dialogs,
    recent,
    lastSelected: createLastSelected({ read: () => DEFAULTS, change: async () => {} }),
    handles: createFileHandles(),
    afterLock: createAfterLock(),
    keychain,
    deviceKeys,
    marks,
    asked
  }
}

/** A keychain that works; what is done to it joins the list. */
function memoryKeychain(asked: [string, unknown][]): Keychain {
  const entries = new Map<string, string>()
  return {
    async lookUp(_service, account) {
      const found = entries.get(account)
      return found === undefined ? { absent: true } : { found }
    },
    glance: async (_service, account) => entries.get(account) ?? null,
    async keep(_service, account, value) {
      asked.push(['keychain.keep', account])
      entries.set(account, value)
    },
    async remove(_service, account) {
      asked.push(['keychain.remove', account])
      entries.delete(account)
    },
    probe: async () => {},
    rest() {}
  }
}
