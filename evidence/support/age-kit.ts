import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { armor, Decrypter } from 'age-encryption'
import { VECTORS } from './shared-folder.ts'
import type { Vector } from './wycheproof.ts'

/** The test kit of C2SP/CCTV: one fault a file, lines above an empty one say what must happen. */
export function ageKit(): readonly Vector[] {
  const folder = join(VECTORS, 'age')
  return readdirSync(folder).map((name) => {
    const { facts, file } = parse(readFileSync(join(folder, name)))
    return { name: `age ${name}`, check: async () => judged(facts, file) }
  })
}

type Facts = ReadonlyMap<string, readonly string[]>

function parse(bytes: Buffer): { readonly facts: Facts; readonly file: Uint8Array } {
  const end = bytes.indexOf('\n\n')
  const facts = new Map<string, string[]>()
  for (const line of bytes.subarray(0, end).toString().split('\n')) {
    const [name = '', value = ''] = line.split(/: (.*)/s)
    facts.set(name, [...(facts.get(name) ?? []), value])
  }
  const rest = bytes.subarray(end + 2)
  return { facts, file: facts.has('compressed') ? inflateSync(rest) : rest }
}

async function judged(facts: Facts, file: Uint8Array): Promise<string | null> {
  const expected = facts.get('expect')?.[0] ?? ''
  const payload = await decrypted(facts, file)
  if (expected !== 'success') return payload === null ? null : `${expected} was expected, and it opened`
  if (payload === null) return 'does not open'
  const hash = createHash('sha256').update(payload).digest('hex')
  return hash === facts.get('payload')?.[0] ? null : 'opens to something else'
}

async function decrypted(facts: Facts, file: Uint8Array): Promise<Uint8Array | null> {
  const decrypter = new Decrypter()
  for (const identity of facts.get('identity') ?? []) decrypter.addIdentity(identity)
  for (const passphrase of facts.get('passphrase') ?? []) decrypter.addPassphrase(passphrase)
  try {
    const bytes = facts.has('armored') ? armor.decode(Buffer.from(file).toString('latin1')) : file
    return await decrypter.decrypt(bytes)
  } catch {
    return null
  }
}
