import { sha256 } from '@noble/hashes/sha2.js'
import { hashRawSync } from '@node-rs/argon2'
import { toBase64 } from '../src/core/base64.ts'
import { concatBytes, u32 } from '../src/core/bytes.ts'
import { passwordBytes } from '../src/core/crypto/kdf-params.ts'
import { deriveVaultKeys } from '../src/core/crypto/key-derivation.ts'
import { wrapWithPassword, wrapWithPhrase } from '../src/core/crypto/key-slot.ts'
import { phraseWords } from '../src/core/crypto/recovery-phrase.ts'
import { SecretBytes } from '../src/core/crypto/secret-bytes.ts'
import { encodeFrame, FRAME, frameTag } from '../src/core/format/frame.ts'
import { encodeHead } from '../src/core/format/header.ts'
import type { RandomBytes } from '../src/core/random.ts'
import { encodeChanges } from '../src/core/vault/change.ts'
import { encodeCheckpoint } from '../src/core/vault/checkpoint.ts'
import { columnsLine, toColumns } from '../src/core/vault/columns.ts'
import { createFoldedVault } from '../src/core/vault/fold.ts'
import { snapshotGroups } from '../src/core/vault/snapshot.ts'
import { utf8Bytes, utf8Text } from '../src/core/vault/text.ts'
import { ATTACHMENT, PASSWORD, vectorContent } from './vector-content.ts'
import { damages, readVector } from './vector-outcomes.ts'

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** The cheapest numbers that every reader accepts. */
const KDF = { memoryKiB: 65_536, passes: 3, lanes: 1 }

/** Not random at all, so that the files come out the same every time: SHA-256 of a label and a counter. */
function countedBytes(): RandomBytes {
  let counter = 0
  return (length) => {
    const blocks: Uint8Array[] = []
    for (let made = 0; made < length; made += 32)
      blocks.push(sha256(concatBytes(utf8Bytes('coffer vectors'), u32(counter++))))
    return concatBytes(...blocks).slice(0, length)
  }
}

type Body = readonly [kind: number, body: Uint8Array]

/** The example vault, byte for byte the same every time, and all that is needed to check each step of reading it. */
export async function makeVectors() {
  const random = countedBytes()
  const owner = { vaultId: random(16), keyEpoch: 1 }
  const dataKey = SecretBytes.own(random(32))
  const entropy = SecretBytes.own(random(32))
  const keys = deriveVaultKeys(dataKey)
  const kdf = { ...KDF, salt: random(16) }
  const password = passwordBytes(PASSWORD)
  const passwordRoot = SecretBytes.own(argon2id(password.bytes, kdf))
  const slots = [
    wrapWithPassword(owner, { passwordRoot, kdf }, dataKey, random),
    wrapWithPhrase(owner, entropy, dataKey, random)
  ]
  const head = encodeHead({ ...owner, slots }, keys.header)
  const content = vectorContent({ ...owner, key: keys.concealed, fingerprintKey: keys.fingerprint }, random)
  const bodies = [...(await snapshotBodies(content)), ...saveBodies(content)]
  const frames = sealFrames({ ...owner, key: keys.frame }, head.mac, bodies, random)
  const file = concatBytes(head.bytes, ...frames)
  const described = describeFrames(frames, bodies, head.bytes.length)
  const json = {
    note: 'docs/FORMAT.md explains every value. Bytes are in hex, text is text. Offsets count from the start of the file.',
    file: { bytes: file.length, sha256: hex(sha256(file)) },
    password: { typed: PASSWORD, normalized: utf8Text(password.bytes) },
    recoveryPhrase: phraseWords(entropy).join(' '),
    keys: {
      passwordRoot: hex(passwordRoot.bytes),
      entropy: hex(entropy.bytes),
      dataKey: hex(dataKey.bytes),
      header: hex(keys.header),
      frame: hex(keys.frame),
      concealed: hex(keys.concealed),
      fingerprint: hex(keys.fingerprint)
    },
    headerEnds: head.bytes.length,
    frames: described,
    damaged: damages(head.bytes.length, file.length, described)
  }
  return { file, json, plaintext: (await readVector(file, head, keys)).contents, keys }
}

function argon2id(
  password: Uint8Array,
  { memoryKiB, passes, lanes, salt }: typeof KDF & { readonly salt: Uint8Array }
): Uint8Array {
  // Argon2id and version 0x13 are the package's defaults; the reader in Python names both and gets the same key.
  const options = { memoryCost: memoryKiB, timeCost: passes, parallelism: lanes, outputLen: 32, salt }
  return Uint8Array.from(hashRawSync(password, options))
}

async function snapshotBodies({ first }: ReturnType<typeof vectorContent>): Promise<readonly Body[]> {
  const folded = createFoldedVault()
  for (const change of first) folded.apply(change)
  const bodies: Body[] = []
  let [items, changes] = [0, 0]
  for await (const group of snapshotGroups(folded, async () => [])) {
    bodies.push([FRAME.moreChanges, group.columns])
    if (group.more !== null) bodies.push([FRAME.moreColumns, group.more])
    bodies.push(...group.details.map((body): Body => [FRAME.details, body]))
    items += group.items
    changes += group.changes
  }
  const chunk = concatBytes(fromHex(ATTACHMENT.id), u32(0), Uint8Array.of(1), utf8Bytes(ATTACHMENT.text))
  return [
    ...bodies,
    [FRAME.chunk, chunk],
    [FRAME.checkpoint, encodeCheckpoint({ items, changes, clock: folded.clock })]
  ]
}

function saveBodies({ small, bulk, details, commit }: ReturnType<typeof vectorContent>): readonly Body[] {
  return [
    [FRAME.changes, encodeChanges(small)],
    [FRAME.moreChanges, utf8Bytes(`${columnsLine(toColumns(bulk))}\n`)],
    [FRAME.details, encodeChanges(details)],
    [FRAME.changes, encodeChanges(commit)]
  ]
}

function sealFrames(
  scope: Parameters<typeof encodeFrame>[0],
  headerMac: Uint8Array,
  bodies: readonly Body[],
  random: RandomBytes
): readonly Uint8Array[] {
  let previousTag: Uint8Array = headerMac.slice(0, 16)
  return bodies.map(([kind, body]) => {
    const frame = encodeFrame(scope, kind, body, previousTag, random)
    previousTag = frameTag(frame)
    return frame
  })
}

function describeFrames(frames: readonly Uint8Array[], bodies: readonly Body[], start: number) {
  let offset = start
  return frames.map((frame, index) => {
    const [kind, body] = bodies[index] ?? [0, new Uint8Array()]
    const at = offset
    offset += frame.length
    const text = kind === FRAME.chunk ? { bodyBase64: toBase64(body) } : { body: utf8Text(body) }
    return { offset: at, length: frame.length, kind, tag: hex(frameTag(frame)), ...text }
  })
}
