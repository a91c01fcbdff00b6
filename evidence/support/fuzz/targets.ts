import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { fromBase64 } from '../../../src/core/base64.ts'
import { readRecoveryPhrase } from '../../../src/core/crypto/recovery-phrase.ts'
import { checkMinisig } from '../../../src/core/crypto/minisign.ts'
import { HEAD_PREFIX_LENGTH, parseHead } from '../../../src/core/format/header.ts'
import { decodeDetails, encodeChanges } from '../../../src/core/vault/change.ts'
import { decodeCheckpoint, encodeCheckpoint } from '../../../src/core/vault/checkpoint.ts'
import { columnsLine, toColumns } from '../../../src/core/vault/columns.ts'
import { openValue, sealValue } from '../../../src/core/vault/concealed.ts'
import { createFoldedVault } from '../../../src/core/vault/fold.ts'
import { snapshotGroups } from '../../../src/core/vault/snapshot.ts'
import { parseJson } from '../../../src/core/vault/json.ts'
import { oneTimeCode, parseOneTimeSecret } from '../../../src/core/totp/one-time-code.ts'
import { contract, internalContract } from '../../../src/shared/contract.ts'
import { decodeChunk } from '../../../src/vault/storage/chunk-body.ts'
import { itemChanges, itemId, madeKeys, stampOf } from '../vaults.ts'

/** One reader of foreign bytes. `run` may refuse with a VaultError and nothing else. */
export type Target = {
  readonly name: string
  readonly seeds: readonly Uint8Array[]
  /** Inputs are kept to so many bytes. */
  readonly most?: number
  /** Its part of all runs, 1 unless it is slow. */
  readonly weight?: number
  readonly run: (bytes: Uint8Array) => unknown
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const bytesOf = (value: string): Uint8Array => new TextEncoder().encode(value)
const made = madeKeys()
const scope = { key: made.keys.concealed, fingerprintKey: made.keys.fingerprint, ...made.head.header }
const place = { item: itemId(1), at: stampOf(1), name: 'value:password' }

const header: Target = {
  name: 'header',
  seeds: [made.head.bytes.slice(HEAD_PREFIX_LENGTH, -64)],
  // With a check that fits, so that what is behind it is reached: a hostile file is well made.
  run(body) {
    const prefix = Buffer.from(made.head.bytes.slice(0, HEAD_PREFIX_LENGTH))
    prefix.writeUInt32LE(body.length, 8)
    const checked = Buffer.concat([prefix, body])
    return parseHead(Buffer.concat([checked, createHash('sha256').update(checked).digest(), new Uint8Array(32)]))
  }
}

/** What somebody may put into a vault whose password they give away: authentic frames with any body. */
const changes: Target = {
  name: 'changes',
  seeds: [
    encodeChanges(itemChanges(1, 3)),
    bytesOf(`${columnsLine(toColumns(itemChanges(1, 4)))}\n`),
    encodeChanges([{ item: itemId(1), at: stampOf(9), set: { purged: true } }]),
    encodeChanges([{ ...place, set: { 'value:password': sealValue(scope, place, 'hunter2'), 'tag:Work': true } }])
  ],
  run(body) {
    const folded = createFoldedVault()
    folded.addGroup(body, 0)
    for (const id of folded.ids()) folded.list(id)
    folded.addDetails(0, [body])
    for (const id of folded.allIds()) folded.state(id)
    for (const id of folded.ids()) folded.properties(id)
  }
}

/** A group as a snapshot has it: the leading columns, and the other listed properties, sealed apart. */
async function groupOf(): Promise<{ readonly lead: Uint8Array; readonly more: Uint8Array }> {
  const folded = createFoldedVault()
  for (const change of itemChanges(1, 3)) folded.apply(change)
  for await (const { columns, more } of snapshotGroups(folded, async () => []))
    if (more !== null) return { lead: columns, more }
  throw new Error('no group with more columns')
}
const group = await groupOf()

const moreColumns: Target = {
  name: 'more-columns',
  seeds: [group.more, encodeChanges(itemChanges(1, 2))],
  run(body) {
    const folded = createFoldedVault()
    folded.addGroup(group.lead, 0, () => body)
    for (const id of folded.ids()) folded.list(id)
  }
}

const details: Target = {
  name: 'details',
  seeds: [encodeChanges(itemChanges(1, 3))],
  run: (body) => decodeDetails(body)
}

const checkpoint: Target = {
  name: 'checkpoint',
  seeds: [encodeCheckpoint({ items: 3, changes: 9, clock: { aaaaaaaa: stampOf(7) } })],
  run: (body) => createFoldedVault().raiseClock(decodeCheckpoint(body).clock)
}

const json: Target = {
  name: 'json',
  seeds: [bytesOf('{"a":[1,"x",null,{"b":true}]}')],
  run: (body) => parseJson(text(body))
}
const chunk: Target = {
  name: 'chunk',
  seeds: [new Uint8Array(40), new Uint8Array(22)],
  run: (body) => decodeChunk(body)
}
const base64: Target = {
  name: 'base64',
  seeds: [bytesOf('AAAA'), bytesOf('AA==')],
  run: (body) => fromBase64(text(body))
}

const sealed: Target = {
  name: 'sealed-value',
  seeds: [bytesOf(JSON.stringify(sealValue(scope, place, 'hunter2'))), bytesOf('{"sealed":"AAAA"}')],
  run: (body) => openValue(scope, place, parseJson(text(body)))
}

const otpauth: Target = {
  name: 'otpauth',
  seeds: [
    bytesOf('otpauth://totp/Ex:m?secret=GEZDGNBVGY3TQOJQ&issuer=Ex&digits=8&period=60&algorithm=SHA512'),
    bytesOf('GEZDGNBVGY3TQOJQ'),
    bytesOf('otpauth://steam/x?secret=GEZDGNBVGY3TQOJQ')
  ],
  run: (body) => oneTimeCode(parseOneTimeSecret(text(body)), 1e12)
}

const phrase: Target = {
  name: 'phrase',
  seeds: [bytesOf(`${'abandon '.repeat(23)}art`)],
  run: (body) => readRecoveryPhrase(text(body))
}

const minisig: Target = {
  name: 'minisig',
  seeds: [bytesOf(`untrusted comment: x\n${'A'.repeat(99)}=\ntrusted comment: y\n${'A'.repeat(86)}==\n`)],
  run: (body) => checkMinisig(text(body), text(body).split('\n')[1] ?? '', new Uint8Array(64))
}

const schemas = Object.values({ ...contract, ...internalContract }).flatMap(({ input, output }) => [input, output])
const ipc: Target = {
  name: 'ipc-schemas',
  weight: 0.3,
  seeds: [
    '{"item":"00000000-0000-4000-8000-000000000001","field":"password"}',
    '{"type":"login","edit":{"title":"x","tags":["a"],"fields":[{"change":"put","id":"a","label":"b","kind":"text","concealed":false,"section":"","order":0,"value":"c"}]}}',
    '{"filter":{"of":"all"},"text":"x","sort":"title","descending":false,"from":0,"count":50}',
    '{"place":"00000000000000000000000000000000","name":"n","masterPassword":"p"}'
  ].map(bytesOf),
  run(body) {
    const value = anyJson(text(body))
    for (const schema of schemas) v.safeParse(schema, value)
  }
}

/** As it would come over a channel: anything at all. */
function anyJson(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

export const TARGETS: readonly Target[] = [
  header,
  changes,
  moreColumns,
  details,
  checkpoint,
  json,
  chunk,
  base64,
  sealed,
  otpauth,
  phrase,
  minisig,
  ipc
]
