import type { KdfNumbers } from '../core/crypto/kdf-params.ts'
import type { JobName } from '../shared/job-name.ts'
import { createDeviceKeyRing, type DeviceKeys } from './keys/device-keys.ts'
import { installFastBase64 } from './host-base64.ts'
import { useFastestCipher } from './host-cipher.ts'
import { type DeriveKey, type Kdf, startKdf } from './kdf/derive-key.ts'
import type { KeychainMark } from './storage/keychain-mark.ts'
import { nodeFs, type VaultFs } from './storage/vault-fs.ts'
import { startStrength, type Strength } from './strength/strength.ts'

/** Long work: it tells how far it is, and stops with CANCELLED when its signal says so. */
export type Job = { readonly report: (done: number, total: number) => void; readonly signal: AbortSignal }

/** What a vault needs of the machine. Tests put another disk, clock or KDF here; nothing below reaches past it. */
export type Environment = {
  readonly fs: VaultFs
  readonly deriveKey: DeriveKey
  /** One beside it, for what is stopped apart. The caller closes it. */
  readonly anotherKdf: (signal: AbortSignal) => Kdf
  readonly strength: Strength
  readonly deviceKeys: DeviceKeys
  /** Absent where none is asked: the command line keeps to the mark file. */
  readonly keychainMark?: KeychainMark
  readonly now: () => number
  /** What acts here, as the journal says it: `coffer` and the command; absent for the window. */
  readonly by?: string
  /** Where marks and the device id are kept. */
  readonly appFolder: string
  /** Argon2id numbers for new slots; null measures this machine. */
  readonly kdf: KdfNumbers | null
  readonly runJob: <Value>(name: JobName, work: (job: Job) => Promise<Value>) => Promise<Value>
  readonly stopJob: (name: JobName) => void
  /** Ends the workers. */
  readonly close: () => Promise<void>
}

export type EnvironmentOptions = {
  readonly appFolder: string
  readonly onProgress?: (job: JobName, done: number, total: number) => void
  /** Stops whatever is running: Ctrl+C. */
  readonly signal?: AbortSignal
  readonly kdf?: KdfNumbers | null
  readonly fs?: VaultFs
  /** Where device keys are found; absent, only those that are given while it runs. */
  readonly deviceKeys?: DeviceKeys
  readonly keychainMark?: KeychainMark
  readonly workerFile?: string
  readonly strengthWorkerFile?: string
  /** Of a process that ends with its work: KdfOptions.isBrief. */
  readonly isBrief?: boolean
  readonly by?: string
}

export function createEnvironment(options: EnvironmentOptions): Environment {
  const { appFolder, onProgress = () => {}, signal, kdf = null, fs = nodeFs, workerFile, isBrief = false } = options
  useFastestCipher()
  installFastBase64()
  const deviceKeys = options.deviceKeys ?? createDeviceKeyRing()
  const how = { isBrief, ...(workerFile === undefined ? {} : { workerFile }) }
  const worker = startKdf({ ...(signal ? { signal } : {}), ...how })
  const strength = startStrength(options.strengthWorkerFile)
  const running = new Map<JobName, AbortController>()
  return {
    fs,
    deriveKey: worker.deriveKey,
    anotherKdf: (ends) => startKdf({ signal: ends, ...how }),
    strength,
    deviceKeys,
    ...(options.keychainMark ? { keychainMark: options.keychainMark } : {}),
    now: Date.now,
    ...(options.by === undefined ? {} : { by: options.by }),
    appFolder,
    kdf,
    async runJob(name, work) {
      const controller = new AbortController()
      running.set(name, controller)
      const stops = signal === undefined ? controller.signal : AbortSignal.any([controller.signal, signal])
      onProgress(name, 0, 0)
      try {
        return await work({ report: (done, total) => onProgress(name, done, total), signal: stops })
      } finally {
        if (running.get(name) === controller) running.delete(name)
      }
    },
    stopJob: (name) => running.get(name)?.abort(),
    async close() {
      strength.close()
      await worker.close()
    }
  }
}
