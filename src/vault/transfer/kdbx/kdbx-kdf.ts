import { VaultError } from '../../../core/errors.ts'
import type { Argon2Params } from '../../kdf/kdf-message.ts'
import { byteCursor, hexOf, littleEndian } from './byte-cursor.ts'

export type KdbxKdf =
  | { readonly kind: 'aes'; readonly seed: Uint8Array; readonly rounds: number }
  | { readonly kind: 'argon2'; readonly params: Required<Argon2Params> }

const KDF_IDS: Readonly<Record<string, 'aes' | 'd' | 'id'>> = {
  c9d9f39a628a4460bf740d08c18a4fea: 'aes',
  // The number that files of version 4.1 write for the same.
  '7c02bb8279a74ac0927d114a00648238': 'aes',
  ef636ddf8c29444b91f7a9a403e30a0c: 'd',
  '9e298b1956db4773b23dfc3ec6f0a1e6': 'id'
}
const MAX_ENTRIES = 32

/** The KDF of KDBX 4, a dictionary of typed values. IMPORT_DAMAGED, IMPORT_REFUSED { reason: 'kdf' }. */
export function readKdf(bytes: Uint8Array): KdbxKdf {
  const dictionary = readDictionary(bytes)
  const kind = KDF_IDS[hexOf(dictionary.get('$UUID') ?? new Uint8Array(0))]
  if (kind === undefined) throw refused()
  const number = (name: string): number => littleEndian(need(dictionary, name), 'kdf')
  if (kind === 'aes') {
    const seed = need(dictionary, 'S')
    if (seed.length !== 32) throw damaged()
    return { kind: 'aes', seed, rounds: number('R') }
  }
  const version = number('V')
  if (version !== 0x10 && version !== 0x13) throw refused()
  // Keyed Argon2 is in the specification, in no program that writes these files.
  if ((dictionary.get('K')?.length ?? 0) > 0 || (dictionary.get('A')?.length ?? 0) > 0) throw refused()
  const numbers = { memoryKiB: Math.floor(number('M') / 1024), passes: number('I'), lanes: number('P') }
  return { kind: 'argon2', params: { ...numbers, salt: need(dictionary, 'S'), variant: kind, version } }
}

function readDictionary(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const cursor = byteCursor(bytes, 'kdf')
  // The upper byte is what a reader must know.
  if (cursor.u16() >> 8 !== 1) throw refused()
  const dictionary = new Map<string, Uint8Array>()
  for (;;) {
    if (cursor.u8() === 0) return dictionary
    if (dictionary.size >= MAX_ENTRIES) throw refused()
    const name = Buffer.from(cursor.take(cursor.u32())).toString('latin1')
    dictionary.set(name, cursor.take(cursor.u32()))
  }
}

function need(dictionary: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const value = dictionary.get(name)
  if (value === undefined) throw damaged()
  return value
}

const damaged = (): VaultError => new VaultError('IMPORT_DAMAGED', { place: 'kdf' })
const refused = (): VaultError => new VaultError('IMPORT_REFUSED', { reason: 'kdf' })
