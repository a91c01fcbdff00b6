import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitwardenJson } from './bitwarden/bitwarden-json.ts'
import { writeSealedBitwarden } from './bitwarden/seal-bitwarden.ts'
import { writeBitwarden } from './bitwarden/write-bitwarden.ts'
import { otpauthLink } from './csv/csv-row.ts'
import { onePasswordCsv } from './csv/one-password.ts'
import { writeCsv } from './csv/write-csv.ts'
import type { Exporter } from './exporter.ts'
import type { Importer, ImportSecrets } from './importer.ts'
import { recognise } from './recognise.ts'
import { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import type { DeriveKey } from '../kdf/derive-key.ts'
import { wasmArgon2 } from '../kdf/wasm.ts'
import { anyText as everyText } from './test-support/any-vault.ts'
import { exported, imported } from './test-support/exported.ts'
import { field, login } from './test-support/items.ts'
import type { TransferItem } from './transfer-vault.ts'

const secret = (id: string, value: string) =>
  field(id, value, { concealed: true, kind: id === 'otp' ? 'otp' : 'password' })
const otp = fc.constantFrom(
  '',
  'JBSWY3DPEHPK3PXP',
  'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&digits=8',
  'steam://JBSWY3DPEHPK3PXP'
)
const tags = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}(?:\/[a-z]{1,4})?$/), { maxLength: 3 })
const time = fc.integer({ min: 1, max: 4_102_444_800_000 })

// By a NUL, readers of text tell that a file is none; by CR CR LF, that its writer doubled its line ends.
const anyText = () => everyText().filter((text) => !/\0|\r\r\n/.test(text))

/** Logins as people have them, with every text that a field may hold. */
const anyLogin = fc
  .record({
    title: anyText(),
    username: anyText(),
    password: anyText(),
    url: anyText(),
    notes: anyText(),
    otp,
    tags,
    favorite: fc.boolean(),
    createdAt: time,
    changedAt: time
  })
  .map((made) =>
    login(
      [
        field('username', made.username),
        secret('password', made.password),
        secret('otp', made.otp),
        field('url', made.url, { kind: 'url' }),
        field('notes', made.notes, { kind: 'multiline' })
      ].filter(({ value }) => value !== ''),
      {
        title: made.title,
        tags: made.tags.toSorted(),
        favorite: made.favorite,
        createdAt: made.createdAt,
        changedAt: made.changedAt
      }
    )
  )

async function roundTrip(
  items: readonly TransferItem[],
  write: Exporter,
  importer: Importer,
  secrets: ImportSecrets = {}
) {
  const { bytes, losses } = await exported({ items }, write)
  expect(recognise({ name: 'x', bytes }).format).toBe(importer.format)
  const { vault, receipt } = await imported(importer, bytes, secrets)
  expect(receipt.imported + receipt.kept + receipt.refused).toBe(receipt.sourceFields)
  expect(receipt).toMatchObject({ kept: 0, refused: 0 })
  return { items: vault.items.map((item) => ({ ...item, tags: item.tags.toSorted() })), losses }
}

const withoutFields = ({ fields, ...item }: TransferItem) => ({
  ...item,
  values: Object.fromEntries(fields.map(({ id, value }) => [id, value]))
})

describe('what is exported and imported again', () => {
  test("as exact CSV has every login's title, values, tags and mark", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLogin, { maxLength: 5 }), async (items) => {
        const again = await roundTrip(items, writeCsv('exact'), onePasswordCsv)
        const carried = items.map((item) => {
          const { values, ...rest } = withoutFields(item)
          const link = values['otp'] === undefined ? {} : { otp: otpauthLink(values['otp'], item.title) }
          const isNote = Object.keys(values).every((id) => id === 'notes')
          return {
            ...rest,
            values: { ...values, ...link },
            createdAt: null,
            changedAt: null,
            type: isNote ? 'note' : 'login'
          }
        })
        expect(again.items.map(withoutFields)).toEqual(carried)
        // All else that these logins have is carried: what is told is that, and how many of them, lose their dates.
        expect(again.losses).toEqual(items.length === 0 ? [] : [{ what: 'times', count: items.length }])
      }),
      { numRuns: 150 }
    )
  })

  test("as Bitwarden's JSON has all of that and the dates", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLogin, { maxLength: 5 }), async (items) => {
        const single = items.map((item) => ({ ...item, tags: item.tags.slice(0, 1) }))
        const again = await roundTrip(single, writeBitwarden, bitwardenJson)
        expect(again.items.map(withoutFields)).toEqual(single.map(withoutFields))
        expect(again.losses).toEqual([])
      }),
      { numRuns: 150 }
    )
  })

  test("as Bitwarden's protected JSON opens with its password", async () => {
    const items = [login([field('username', 'mara'), secret('password', 'hunter2')], { tags: ['Work'] })]
    const password = 'a password of its own'
    const deriveKey: DeriveKey = async ({ bytes }, params) => SecretBytes.own(await wasmArgon2(bytes, params))
    const again = await roundTrip(items, writeSealedBitwarden(password, deriveKey), bitwardenJson, { password })
    expect(again.items.map(withoutFields)).toEqual(items.map(withoutFields))
  })
})
