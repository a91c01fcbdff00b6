import { createDecipheriv, createHash, createHmac } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SecretBytes } from '../../../core/crypto/secret-bytes.ts'
import type { DeriveKey } from '../../kdf/derive-key.ts'
import { anyVault } from '../test-support/any-vault.ts'
import { exported, textOf } from '../test-support/exported.ts'
import { field, login } from '../test-support/items.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { writeSealedBitwarden } from './seal-bitwarden.ts'
import { writeBitwarden } from './write-bitwarden.ts'

type File = { encrypted: boolean; folders: { id: string; name: string }[]; items: Record<string, unknown>[] }

const write = async (...items: readonly TransferItem[]) => {
  const { bytes, losses } = await exported({ items }, writeBitwarden)
  const file = JSON.parse(textOf(bytes)) as File
  return { file, item: file.items[0], counts: Object.fromEntries(losses.map(({ what, count }) => [what, count])) }
}

describe("Bitwarden's JSON", () => {
  test('has a login with its addresses, code, fields, folder, dates and password history', async () => {
    const history = [
      { at: Date.UTC(2024, 0), value: 'first' },
      { at: Date.UTC(2025, 0), value: 'second' }
    ]
    const { file, item, counts } = await write(
      login(
        [
          field('username', 'mara'),
          field('password', 'third', { concealed: true, kind: 'password', history }),
          field('otp', 'JBSWY3DPEHPK3PXP', { kind: 'otp', concealed: true }),
          field('url', 'https://one', { kind: 'url' }),
          field('url-2', 'https://two', { kind: 'url' }),
          field('pet', 'Rex', { label: 'First pet', concealed: true, kind: 'secret' }),
          field('notes', 'a\nb', { kind: 'multiline' })
        ],
        { tags: ['Work/Code'], createdAt: Date.UTC(2024, 0), changedAt: Date.UTC(2026, 0) }
      )
    )
    expect(file).toMatchObject({ encrypted: false, folders: [{ name: 'Work/Code' }] })
    expect(item).toMatchObject({
      type: 1,
      name: 'GitHub',
      favorite: true,
      notes: 'a\nb',
      folderId: file.folders[0]?.id,
      login: {
        username: 'mara',
        password: 'third',
        totp: 'JBSWY3DPEHPK3PXP',
        uris: [{ uri: 'https://one' }, { uri: 'https://two' }]
      },
      fields: [{ name: 'First pet', value: 'Rex', type: 1 }],
      passwordHistory: [
        { password: 'second', lastUsedDate: '2026-01-01T00:00:00.000Z' },
        { password: 'first', lastUsedDate: '2025-01-01T00:00:00.000Z' }
      ],
      creationDate: '2024-01-01T00:00:00.000Z',
      deletedDate: null
    })
    expect(counts).toEqual({})
  })

  test('has cards, identities and SSH keys of their own kind, and other types with all their fields', async () => {
    const secret = { concealed: true, kind: 'secret' } as const
    const { file, counts } = await write(
      login([field('holder', 'Jane Doe'), field('number', '4111', secret), field('expires', '2031-05')], {
        type: 'card'
      }),
      login([field('name', 'Jane van Doe'), field('address', '1 A St\nTown\nState\nLand')], { type: 'identity' }),
      login([field('private-key', 'KEY', secret), field('host', 'h')], { type: 'ssh-key' }),
      login([field('network', 'Home'), field('password', 'p', secret)], { type: 'wifi' }),
      login([field('product', 'Tool')], { type: 'licence', trashedAt: 1 })
    )
    expect(file.items.map(({ type }) => type)).toEqual([3, 4, 5, 1, 2])
    expect(file.items[0]).toMatchObject({
      card: { cardholderName: 'Jane Doe', number: '4111', expMonth: '5', expYear: '2031' }
    })
    expect(file.items[1]).toMatchObject({
      identity: {
        firstName: 'Jane van',
        lastName: 'Doe',
        address1: '1 A St',
        address2: 'Town',
        address3: 'State\nLand'
      }
    })
    expect(file.items[2]).toMatchObject({ sshKey: { privateKey: 'KEY' }, fields: [{ name: 'Host', value: 'h' }] })
    expect(file.items[3]).toMatchObject({ login: { password: 'p' }, fields: [{ name: 'Network', value: 'Home' }] })
    expect(file.items[4]).toMatchObject({ secureNote: { type: 0 }, deletedDate: '1970-01-01T00:00:00.001Z' })
    expect(counts).toEqual({ tags: 5, types: 2 })
  })

  test('holds every value that is not counted as lost, whatever the vault', async () => {
    await fc.assert(
      fc.asyncProperty(anyVault, async ({ items }) => {
        const { file, counts } = await write(...items)
        for (const [index, { fields }] of items.entries()) {
          const texts = new Set(allTexts(file.items[index]))
          for (const { id, value } of fields) {
            if (!SPLIT.has(id)) expect(texts.has(value) || value === '').toBe(true)
          }
        }
        const attachments = items.flatMap((item) => item.attachments).length
        expect(counts['attachments'] ?? 0).toBe(attachments)
      }),
      { numRuns: 100 }
    )
  })
})

const SPLIT = new Set(['name', 'address', 'expires'])

function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allTexts) : []
}

describe("Bitwarden's password-protected JSON", () => {
  const deriveKey: DeriveKey = async (password, { salt, memoryKiB, passes, lanes }) => {
    const numbers = { memorySize: memoryKiB, iterations: passes, parallelism: lanes, hashLength: 32 }
    return SecretBytes.own(await argon2id({ password: password.bytes, salt, ...numbers, outputType: 'binary' }))
  }

  test("opens by the steps of Bitwarden's own programs, and its code refuses a changed byte", async () => {
    const items = [login([field('password', 'hunter2', { concealed: true })])]
    const { bytes } = await exported({ items }, writeSealedBitwarden('a pass phrase for it', deriveKey))
    const file = JSON.parse(textOf(bytes)) as Record<string, never>
    expect(file).toMatchObject({ encrypted: true, passwordProtected: true, kdfType: 1, kdfMemory: 64 })
    const root = await argon2id({
      password: 'a pass phrase for it',
      salt: createHash('sha256').update(String(file['salt'])).digest(),
      memorySize: Number(file['kdfMemory']) * 1024,
      iterations: Number(file['kdfIterations']),
      parallelism: Number(file['kdfParallelism']),
      hashLength: 32,
      outputType: 'binary'
    })
    const expanded = (info: string) => createHmac('sha256', root).update(info).update(Uint8Array.of(1)).digest()
    const [head = '', sealed = '', mac = ''] = String(file['data']).split('|')
    expect(head.slice(0, 2)).toBe('2.')
    const parts = [head.slice(2), sealed].map((text) => Buffer.from(text, 'base64'))
    const [iv = Buffer.alloc(0), text = Buffer.alloc(0)] = parts
    const tag = createHmac('sha256', expanded('mac')).update(iv).update(text).digest('base64')
    expect(tag).toBe(mac)
    const cipher = createDecipheriv('aes-256-cbc', expanded('enc'), iv)
    const opened = JSON.parse(Buffer.concat([cipher.update(text), cipher.final()]).toString()) as File
    expect(opened.items[0]).toMatchObject({ login: { password: 'hunter2' } })
    text[0] = (text[0] ?? 0) ^ 1
    expect(createHmac('sha256', expanded('mac')).update(iv).update(text).digest('base64')).not.toBe(mac)
  })
})
