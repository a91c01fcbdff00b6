import { SecretBytes } from '../../../core/crypto/secret-bytes.ts'
import { type DeriveForeign, foreignArgon2 } from '../../kdf/foreign-argon2.ts'
import type { DeriveKey } from '../../kdf/derive-key.ts'
import type { Exporter } from '../exporter.ts'
import type { ImportSecrets } from '../importer.ts'
import { createPace } from '../pace.ts'
import { writeKdbx } from './write-kdbx.ts'
import { binaryPool, writeKeePassXml } from './write-keepass-xml.ts'
import { writtenEntry, type WrittenEntry } from './written-entry.ts'

/** Our own derivation for theirs: the numbers that are written are within our own bounds, and of our own variant. */
export function asForeign(deriveKey: DeriveKey): DeriveForeign {
  return async (password, params) => {
    using own = SecretBytes.own(Uint8Array.from(password))
    using root = await deriveKey(own, params)
    return Uint8Array.from(root.bytes)
  }
}

/** Only tests ask for fewer passes. */
export type KdbxOptions = { readonly argon2?: DeriveForeign; readonly passes?: number }

/**
 * KDBX 4 under a password of its own, a key file, or both. The document is one piece, so the items are collected first;
 * `secrets` stay the caller's.
 */
export function kdbxExporter(secrets: ImportSecrets, { argon2 = foreignArgon2(), passes }: KdbxOptions = {}): Exporter {
  return async function* exportKdbx(items, work) {
    const { signal, vaultName: name, now } = work
    const entries: WrittenEntry[] = []
    for await (const item of items) entries.push(writtenEntry(item, work))
    const pace = createPace({ signal, report: () => {} })
    yield* writeKdbx(
      secrets,
      async (mask) => {
        const pool = binaryPool()
        const xml = await writeKeePassXml({ name, entries, now }, { mask, pool, pace })
        return { xml, binaries: pool.contents }
      },
      { argon2, signal, ...(passes !== undefined && { numbers: { passes } }) }
    )
  }
}
