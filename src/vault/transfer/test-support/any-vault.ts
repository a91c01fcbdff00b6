import * as fc from 'fast-check'
import { ITEM_TYPES } from '../../../core/vault/item-types.ts'
import { fieldKind } from '../../../shared/item-views.ts'
import type { TransferField, TransferItem, TransferVault } from '../transfer-vault.ts'

/** Text that people and programs put into fields: every plane of Unicode, line ends, quotes, formulas, white space. */
export const anyText = (maxLength = 24): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'grapheme-composite', maxLength }),
    fc.string({ unit: 'binary', maxLength }),
    fc.constantFrom(
      '',
      ' ',
      '=1+1',
      '+49 30',
      '-x',
      '@home',
      '\tx',
      '"a","b"',
      'a\nb',
      'a\r\nb',
      '\ufeffx',
      "'",
      'a,b;c'
    )
  )

const time = fc.integer({ min: 0, max: 4_102_444_800_000 })
const someTime = fc.option(time, { nil: null })

const field = (id: string): fc.Arbitrary<TransferField> =>
  fc.record({
    id: fc.constant(id),
    label: anyText(),
    kind: fc.constantFrom(...fieldKind.options),
    concealed: fc.boolean(),
    section: fc.oneof(fc.constant(''), anyText()),
    value: anyText(),
    history: fc.array(fc.record({ at: someTime, value: anyText() }), { maxLength: 3 })
  })

const fieldIds = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom('username', 'password', 'url', 'otp', 'notes', 'url-2'),
    fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/)
  ),
  { maxLength: 6 }
)

export const anyItem: fc.Arbitrary<TransferItem> = fc.record({
  type: fc.constantFrom(...ITEM_TYPES.keys(), 'my-own'),
  title: anyText(),
  favorite: fc.boolean(),
  tags: fc.uniqueArray(anyText(), { maxLength: 3 }),
  createdAt: someTime,
  changedAt: someTime,
  trashedAt: someTime,
  fields: fieldIds.chain((ids) => fc.tuple(...ids.map(field))),
  attachments: fc.array(
    fc.record({
      name: anyText(),
      mediaType: fc.constantFrom('', 'text/plain', 'image/png'),
      bytes: fc.uint8Array({ maxLength: 64 })
    }),
    { maxLength: 2 }
  )
})

export const anyVault: fc.Arbitrary<TransferVault> = fc.record({ items: fc.array(anyItem, { maxLength: 4 }) })
