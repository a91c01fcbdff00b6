import { createHmac } from 'node:crypto'
import * as v from 'valibot'
import { equalBytes } from '../../core/bytes.ts'
import { type Clock, toClock } from '../../core/vault/clock.ts'
import { stampDevice } from '../../core/vault/stamp.ts'
import { jsonBytes, parseJsonFile } from './json-file.ts'

/** What a device has seen of a vault. `vaultId` is 16 bytes. */
export type VaultState = { readonly vaultId: Uint8Array; readonly keyEpoch: number; readonly clock: Clock }

/** A state that was seen, as it was kept; nobody vouches for it yet. */
export type UntrustedMark = { readonly body: MarkBody; readonly mac: Uint8Array }

const hex = (length: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${length}}$`)))
const markFile = v.strictObject({
  format: v.literal(1),
  vaultId: hex(32),
  keyEpoch: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  clock: v.array(hex(24)),
  mac: hex(64)
})

/** `markKey` is 32 bytes of the vault's: nobody without the vault can write a mark that would have it distrusted. */
export function writtenMark(state: VaultState, markKey: Uint8Array): Uint8Array {
  const body = bodyOf(state)
  return jsonBytes({ ...body, mac: toHex(macOf(body, markKey)) })
}

/** Null for what is no mark, or one of another vault. */
export function parseMark(bytes: Uint8Array | null, vaultId: Uint8Array): UntrustedMark | null {
  const found = parseJsonFile(markFile, bytes)
  if (found === null || found.vaultId !== toHex(vaultId)) return null
  const { mac, ...body } = found
  return { body, mac: fromHex(mac) }
}

/** Null for a mark that the vault does not vouch for. */
export function trustedMark(mark: UntrustedMark | null, vaultId: Uint8Array, markKey: Uint8Array): VaultState | null {
  if (mark === null || !equalBytes(macOf(mark.body, markKey), mark.mac)) return null
  const { keyEpoch, clock } = mark.body
  return { vaultId, keyEpoch, clock: toClock(clock.map((stamp) => [stampDevice(stamp), stamp])) }
}

type MarkBody = ReturnType<typeof bodyOf>

function bodyOf({ vaultId, keyEpoch, clock }: VaultState) {
  return { format: 1 as const, vaultId: toHex(vaultId), keyEpoch, clock: Object.values(clock).sort() }
}

function macOf(body: MarkBody, markKey: Uint8Array): Uint8Array {
  const { format, vaultId, keyEpoch, clock } = body
  const text = `coffer/1/mark ${JSON.stringify({ format, vaultId, keyEpoch, clock })}`
  return createHmac('sha256', markKey).update(text).digest()
}

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
