import { createHash } from 'node:crypto'
import { join } from 'node:path'
import * as v from 'valibot'
import { randomBytes } from '../../core/random.ts'
import { readSmallFile, replaceWithBytes } from './atomic-write.ts'
import { jsonBytes, parseJsonFile } from './json-file.ts'
import { machineId } from './this-machine.ts'
import type { VaultFs } from './vault-fs.ts'

const FILE = 'device.json'
const deviceFile = v.strictObject({
  device: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)),
  machine: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
})

/** The text that tells this machine from others. */
export type MachineId = () => Promise<string>

/**
 * The 8 hex digits by which stamps name this device. A profile that was copied to another machine gets an id of its own:
 * two devices with one id would each take the other's saves for seen, and an older file for a fresh one.
 */
export async function deviceIdOf(fs: VaultFs, appFolder: string, machine: MachineId = machineId): Promise<string> {
  const bytes = await readSmallFile(fs, join(appFolder, FILE), 4096)
  const known = parseJsonFile(deviceFile, bytes)
  if (known !== null && known.machine === hashOf(await machine())) return known.device
  return freshDeviceId(fs, appFolder, machine)
}

/**
 * A new id, for good: after accepting an older file, a restore, or a lost mark, what this device said before is no longer
 * all in the vault, and a clock that goes on under the old id would hide that.
 */
export async function freshDeviceId(fs: VaultFs, appFolder: string, machine: MachineId = machineId): Promise<string> {
  const device = Array.from(randomBytes(4), (byte) => byte.toString(16).padStart(2, '0')).join('')
  await fs.mkdir(appFolder)
  const bytes = jsonBytes({ device, machine: hashOf(await machine()) })
  await replaceWithBytes(fs, { path: join(appFolder, FILE), replace: true }, bytes)
  return device
}

/** The machine's own id is not ours to write down. */
const hashOf = (machine: string): string => createHash('sha256').update(`coffer/device ${machine}`).digest('hex')
