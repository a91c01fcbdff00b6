import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import type { ItemEdit } from '../../shared/item-views.ts'
import { createDeviceKeyRing } from '../keys/device-keys.ts'
import type { Environment, Job } from '../environment.ts'
import type { DeriveKey } from '../kdf/derive-key.ts'
import { nodeFs } from '../storage/vault-fs.ts'
import { createStrength } from '../strength/strength.ts'

export const PASSWORD = 'correct horse battery staple'
export const NEXT = 'a second master password'

/** The real disk; only the cost of Argon2id is left out. */
export function quickEnvironment(appFolder: string, { report, signal }: Partial<Job> = {}): Environment {
  const deriveKey: DeriveKey = async (password, { salt }) =>
    SecretBytes.own(createHash('sha256').update(password.bytes).update(salt).digest())
  return {
    fs: nodeFs,
    deriveKey,
    anotherKdf: () => ({ deriveKey, close: async () => {} }),
    strength: createStrength({ ask: async () => null, end: () => {} }),
    deviceKeys: createDeviceKeyRing(),
    now: Date.now,
    appFolder,
    kdf: { memoryKiB: 64 * 1024, passes: 3, lanes: 1 },
    runJob: async (_name, work) =>
      work({ report: report ?? (() => {}), signal: signal ?? new AbortController().signal }),
    stopJob: () => {},
    close: async () => {}
  }
}

export type Place = { readonly folder: string; readonly environment: Environment; readonly path: string }

/** A folder of its own for each test, with a place for a vault, and a device that has seen nothing yet. */
export function eachInItsFolder(): () => Place {
  let place: Place | null = null
  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'coffer-session-'))
    place = { folder, environment: quickEnvironment(join(folder, 'app')), path: join(folder, 'my.coffer') }
  })
  afterEach(async () => {
    if (place !== null) await rm(place.folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return () => {
    if (place === null) throw new Error('only inside a test')
    return place
  }
}

/** A login with user name, password and address. */
export function login(title: string, password: string): ItemEdit {
  const put = { change: 'put', section: '' } as const
  return {
    title,
    tags: ['Work'],
    fields: [
      { ...put, id: 'username', label: 'field.username', kind: 'text', concealed: false, order: 0, value: 'mara' },
      {
        ...put,
        id: 'password',
        label: 'field.password',
        kind: 'password',
        concealed: true,
        order: 1,
        value: password,
        bits: 77.5
      },
      {
        ...put,
        id: 'url',
        label: 'field.url',
        kind: 'url',
        concealed: false,
        order: 2,
        value: 'https://github.com/login'
      }
    ]
  }
}
