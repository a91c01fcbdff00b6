import { VaultError } from '../src/core/errors.ts'
import { FRAME } from '../src/core/format/frame.ts'
import { readLog } from '../src/core/format/log.ts'
import { type Head, headLength, isAuthentic, parseHead } from '../src/core/format/header.ts'
import type { VaultKeys } from '../src/core/crypto/key-derivation.ts'
import { decodeCheckpoint } from '../src/core/vault/checkpoint.ts'
import { decodeChanges, VAULT_ITEM } from '../src/core/vault/change.ts'
import { isSealed, openValue } from '../src/core/vault/concealed.ts'
import type { Json } from '../src/core/vault/json.ts'
import type { Version } from '../src/core/vault/properties.ts'
import { createFoldedVault } from '../src/core/vault/fold.ts'

const inText = (offset = 0): number => (offset + 60) * 8

type FrameSize = { readonly offset: number; readonly length: number }

/** Ways to damage the example, and what every reader that authenticates all frames has to say to each. */
export function damages(headerEnds: number, size: number, frames: readonly FrameSize[]) {
  const [first, second, third, fourth, chunk, checkpoint, small, bulk, details, last] = frames.map(
    ({ offset }) => offset
  )
  const refused = 'refused'
  return [
    { what: 'a bit of the magic', flipBit: 3, expect: refused },
    { what: 'the format version', flipBit: 7 * 8 + 1, expect: refused },
    { what: 'the length of the header', flipBit: 8 * 8, expect: refused },
    { what: 'a bit of the header', flipBit: 100 * 8, expect: refused },
    { what: 'a bit of headerCheck', flipBit: (headerEnds - 40) * 8, expect: refused },
    { what: 'a bit of headerMac', flipBit: (headerEnds - 1) * 8, expect: refused },
    ...[first, second, third, fourth, chunk, checkpoint].map((offset) => ({
      what: 'a bit of a frame of the snapshot',
      flipBit: inText(offset),
      expect: refused
    })),
    { what: 'a bit of a save with another behind it', flipBit: inText(small), expect: refused },
    { what: 'a bit of the first frame of the last save', flipBit: inText(bulk), expect: refused },
    { what: 'a bit of the last frame', flipBit: inText(last), expect: { tailBytes: size - (bulk ?? 0) } },
    { what: 'cut inside the header', cutTo: 300, expect: refused },
    { what: 'cut before the first frame', cutTo: headerEnds, expect: refused },
    { what: 'cut before the checkpoint', cutTo: checkpoint, expect: refused },
    { what: 'cut inside the last frame', cutTo: size - 1, expect: { tailBytes: size - 1 - (bulk ?? 0) } },
    { what: 'cut before the last commit frame', cutTo: last, expect: { tailBytes: (last ?? 0) - (bulk ?? 0) } },
    {
      what: 'cut inside the last save',
      cutTo: (details ?? 0) + 7,
      expect: { tailBytes: (details ?? 0) + 7 - (bulk ?? 0) }
    },
    {
      what: 'cut between two saves: an older state, which only a freshness mark can tell',
      cutTo: bulk,
      expect: { tailBytes: 0 }
    },
    { what: '64 zero bytes more', addZeros: 64, expect: { tailBytes: 64 } }
  ]
}

/** What the reader in Python prints with --reveal, said by the app's own code, and what it sets aside. */
export async function readVector(file: Uint8Array, head: Head, keys: VaultKeys) {
  const { vaultId, keyEpoch } = head.header
  const folded = createFoldedVault()
  const source = {
    size: file.length,
    read: async (offset: number, length: number) => file.subarray(offset, offset + length)
  }
  const { tail } = await readLog(source, head.bytes.length, { key: keys.frame, vaultId, keyEpoch }, head.mac, {
    wants: () => true,
    commit(frames) {
      // Details are taken as any other change: nothing of this vault stays sealed.
      for (const { place, body } of frames) {
        if (body === null || place.kind === FRAME.chunk) continue
        if (place.kind === FRAME.checkpoint) decodeCheckpoint(body)
        else for (const change of decodeChanges(body)) folded.apply(change)
      }
    }
  })
  const scope = { key: keys.concealed, fingerprintKey: keys.fingerprint, vaultId, keyEpoch }
  const shown = (item: string, winners: ReadonlyMap<string, Version>) =>
    Object.fromEntries(
      [...winners]
        .filter(([, { value }]) => value !== null)
        .map(([name, { at, value }]): [string, Json] => [
          name,
          isSealed(value) ? openValue(scope, { item, at, name }, value) : value
        ])
    )
  const contents = {
    vaultId: Buffer.from(vaultId).toString('hex'),
    keyEpoch,
    vault: shown(VAULT_ITEM, new Map([...folded.vaultProperties(), ...folded.journal()])),
    items: Object.fromEntries([...folded.allIds()].toSorted().map((id) => [id, shown(id, folded.properties(id))]))
  }
  return { contents, tailBytes: tail?.bytes ?? 0 }
}

/** What the app's own code says to a damaged example, its keys being known. */
export async function outcomeOf(
  file: Uint8Array,
  keys: VaultKeys
): Promise<'refused' | { readonly tailBytes: number }> {
  try {
    const head = parseHead(file.slice(0, headLength(file.subarray(0, 12))))
    if (!isAuthentic(head, keys.header)) return 'refused'
    return { tailBytes: (await readVector(file, head, keys)).tailBytes }
  } catch (error) {
    if (error instanceof VaultError) return 'refused'
    throw error
  }
}

export type Damage = ReturnType<typeof damages>[number]

export function damaged(file: Uint8Array, damage: Damage): Uint8Array {
  const bytes = new Uint8Array(file.length + ('addZeros' in damage ? damage.addZeros : 0))
  bytes.set(file)
  if ('flipBit' in damage) bytes[damage.flipBit >> 3] = (bytes[damage.flipBit >> 3] ?? 0) ^ (1 << (damage.flipBit & 7))
  return 'cutTo' in damage ? bytes.subarray(0, damage.cutTo) : bytes
}
