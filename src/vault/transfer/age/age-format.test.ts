import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeJson } from '../json/write-json.ts'
import { anyVault } from '../test-support/any-vault.ts'
import { exported, imported, textOf, utf8 } from '../test-support/exported.ts'
import { hasPrograms, run, runTyping } from '../test-support/programs.ts'
import type { TransferVault } from '../transfer-vault.ts'
import { ageImporter, writeAge } from './age-format.ts'
import { openAge } from './open-age.ts'

const PASSPHRASE = 'stamp walnut harbor violin'
const QUICK = { scryptWork: 10 }
const SAMPLE: TransferVault = {
  items: [
    {
      type: 'login',
      title: 'GitHub',
      favorite: true,
      tags: ['Work'],
      createdAt: 1,
      changedAt: 2,
      trashedAt: null,
      fields: [
        {
          id: 'password',
          label: 'field.password',
          kind: 'password',
          concealed: true,
          section: '',
          value: 'hunter2',
          history: []
        }
      ],
      attachments: [
        { name: 'big.bin', mediaType: '', bytes: Uint8Array.from({ length: 200_000 }, (_, i) => (i * 7) % 251) }
      ]
    }
  ]
}

async function pair(make: () => Promise<string>) {
  const identity = await make()
  return { identity, recipient: await identityToRecipient(identity) }
}

describe('a vault in an age file', () => {
  test('for a passphrase, for X25519 and for post-quantum keys, armored or not, comes back exactly', async () => {
    const keys = [await pair(generateX25519Identity), await pair(generateHybridIdentity)]
    await fc.assert(
      fc.asyncProperty(anyVault, fc.constantFrom(0, 1, 2), fc.boolean(), async (vault, way, armor) => {
        const key = keys[way]
        const audience = key === undefined ? { passphrase: PASSPHRASE } : { recipients: [key.recipient] }
        const { bytes, losses } = await exported(vault, writeAge(audience, { ...QUICK, armor }))
        expect(losses).toEqual([])
        const secrets = key === undefined ? { password: PASSPHRASE } : { keyFile: utf8(`# mine\n${key.identity}\n`) }
        expect((await imported(ageImporter(), bytes, secrets)).vault).toEqual(vault)
      }),
      { numRuns: 60 }
    )
  })

  test('opens for each of several recipients and for nobody else', async () => {
    const [one, two, other] = await Promise.all([1, 2, 3].map(async () => pair(generateX25519Identity)))
    const recipients = [one?.recipient ?? '', two?.recipient ?? '']
    const { bytes } = await exported(SAMPLE, writeAge({ recipients }))
    for (const key of [one, two]) {
      expect((await imported(ageImporter(), bytes, { password: key?.identity ?? '' })).vault).toEqual(SAMPLE)
    }
    const wrong = imported(ageImporter(), bytes, { password: other?.identity ?? '' })
    await expect(wrong).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    await expect(imported(ageImporter(), bytes)).rejects.toMatchObject({ code: 'IMPORT_NEEDS_PASSWORD' })
  })

  test('refuses recipients that are none, none at all, and post-quantum ones beside others', async () => {
    const { recipient } = await pair(generateX25519Identity)
    const hybrid = await pair(generateHybridIdentity)
    const write = async (recipients: string[]) => exported(SAMPLE, writeAge({ recipients }))
    await expect(write([])).rejects.toMatchObject({ code: 'BAD_RECIPIENT' })
    await expect(write([recipient, `${recipient}x`])).rejects.toMatchObject({ detail: { number: 2 } })
    await expect(write(['ssh-ed25519 AAAA'])).rejects.toMatchObject({ code: 'BAD_RECIPIENT' })
    await expect(write([recipient, hybrid.recipient])).rejects.toMatchObject({ detail: { mixed: 1 } })
  })

  test('says which of wrong, damaged and foreign it is', async () => {
    const { bytes } = await exported(SAMPLE, writeAge({ passphrase: PASSPHRASE }, QUICK))
    const open = async (file: Uint8Array, password = PASSPHRASE) => imported(ageImporter(), file, { password })
    await expect(open(bytes, 'another')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    const flipped = Uint8Array.from(bytes)
    flipped[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    for (const damaged of [flipped, bytes.subarray(0, 30), bytes.subarray(0, -1)]) {
      await expect(open(damaged)).rejects.toMatchObject({ code: 'IMPORT_DAMAGED' })
    }
    const costly = utf8(textOf(bytes.subarray(0, 90)).replace(/ 10\n/, ' 31\n'))
    await expect(open(new Uint8Array([...costly, ...bytes.subarray(90)]))).rejects.toMatchObject({
      code: 'IMPORT_REFUSED',
      detail: { reason: 'kdf' }
    })
  })

  test('stops stretching the passphrase when asked to', async () => {
    const { bytes } = await exported(SAMPLE, writeAge({ passphrase: PASSPHRASE }, { scryptWork: 16 }))
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 20)
    const opening = openAge(bytes, { passphrase: PASSPHRASE, signal: stop.signal })
    await expect(opening).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})

const hasAge = hasPrograms('age', 'age-keygen')
const because = hasAge ? '' : ' (skipped: age is not installed)'

describe(`stock age${because}`, () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coffer-age-'))
  })
  afterAll(async () => rm(folder, { recursive: true, force: true }))
  const at = (name: string): string => join(folder, name)

  async function newKey(): Promise<{ identity: string; recipient: string }> {
    const text = String(run('age-keygen', []).stdout)
    await writeFile(at('key.txt'), text)
    return { identity: text, recipient: /age1[0-9a-z]+/.exec(text)?.[0] ?? '' }
  }

  test.skipIf(!hasAge)('opens ours with a key, armored or not, and finds the documented JSON', async () => {
    const { recipient } = await newKey()
    const plain = await exported(SAMPLE, writeJson)
    for (const armor of [false, true]) {
      const { bytes } = await exported(SAMPLE, writeAge({ recipients: [recipient] }, { armor }))
      await writeFile(at('ours.age'), bytes)
      const opened = run('age', ['-d', '-i', at('key.txt'), at('ours.age')])
      expect(opened.stderr).toBe('')
      expect(opened.stdout.equals(plain.bytes)).toBe(true)
    }
  })

  test.skipIf(!hasAge)('makes a file with a key that we open', async () => {
    const { identity, recipient } = await newKey()
    await writeFile(at('plain.json'), (await exported(SAMPLE, writeJson)).bytes)
    for (const armor of [[], ['-a']]) {
      run('age', [...armor, '-r', recipient, '-o', at('theirs.age'), at('plain.json')])
      const bytes = await readFile(at('theirs.age'))
      expect((await imported(ageImporter(), bytes, { keyFile: utf8(identity) })).vault).toEqual(SAMPLE)
    }
  })

  test.skipIf(!hasPrograms('age', 'python3'))(
    'opens ours with a passphrase, and we open theirs',
    async () => {
      const { bytes } = await exported(SAMPLE, writeAge({ passphrase: PASSPHRASE }))
      // The cost of a guess that a user's file has.
      expect(textOf(bytes.subarray(0, 80))).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/)
      await writeFile(at('ours.age'), bytes)
      const opened = runTyping(PASSPHRASE, 'age', ['-d', '-o', at('opened.json'), at('ours.age')])
      expect(opened.code).toBe(0)
      const plain = await exported(SAMPLE, writeJson)
      expect((await readFile(at('opened.json'))).equals(plain.bytes)).toBe(true)
      const made = runTyping(PASSPHRASE, 'age', ['-p', '-o', at('theirs.age'), at('opened.json')])
      expect(made.code).toBe(0)
      const theirs = await readFile(at('theirs.age'))
      expect((await imported(ageImporter(), theirs, { password: PASSPHRASE })).vault).toEqual(SAMPLE)
    },
    120_000
  )
})
