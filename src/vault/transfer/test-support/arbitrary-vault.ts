import fc from 'fast-check'
import { ITEM_TYPES } from '../../../core/vault/item-types.ts'
import { fieldKind } from '../../../shared/item-views.ts'
import { toBase32 } from '../../../core/totp/base32.ts'
import type { TransferField, TransferItem, TransferVault } from '../transfer-vault.ts'

/** What generated vaults are made of; by default everything that a vault can hold. */
export type VaultOptions = {
  /** All texts are drawn from these. */
  readonly text?: fc.Arbitrary<string>
  readonly history?: boolean
  readonly attachments?: boolean
}

/** Any text that can be stored: control characters, markup, right-to-left, characters beyond the first plane, blanks. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '<b>&amp;]]>',
    'a\r\nb\rc\n',
    ' ',
    '  x  ',
    '\u0000\u0001\ufffe',
    '{REF:x}',
    '__proto__',
    '=1+1',
    '"',
    ';,:/',
    '\u202eabc'
  )
)
const seconds = fc.integer({ min: 1, max: 4_000_000_000 }).map((second) => second * 1000)
const labelText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('Title', 'UserName', 'otp', 'field.password', 'KP2A_URL', '__proto__', 'constructor', 'x/y', '')
)
const tag = fc.oneof(
  fc.constantFrom('Work', 'Work/Servers', 'a b', 'x;y', 'Ärger', 'Recycle Bin'),
  fc
    .array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('/'))
)
const oneTimeSecret = fc.oneof(
  fc.uint8Array({ minLength: 10, maxLength: 20 }).map(toBase32),
  fc.uint8Array({ minLength: 10, maxLength: 20 }).map((key) => `steam://${toBase32(key)}`),
  fc
    .uint8Array({ minLength: 10, maxLength: 20 })
    .map((key) => `otpauth://totp/A:b?secret=${toBase32(key)}&digits=8&algorithm=SHA256`)
)
const day = fc.integer({ min: 1, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))

function historyOf(text: fc.Arbitrary<string>, value: string): fc.Arbitrary<TransferField['history']> {
  const versions = fc.array(fc.record({ at: seconds, value: text }), { maxLength: 3 })
  return versions.map((drawn) => {
    const times = drawn.map(({ at }) => at).sort((a, b) => a - b)
    const ordered = drawn.map((version, index) => ({ at: times[index] ?? 0, value: version.value.toWellFormed() }))
    // No value is superseded by itself, and none is empty: a save that changes nothing is no save.
    return ordered.filter(
      (version, index) => version.value !== '' && version.value !== (ordered[index + 1]?.value ?? value)
    )
  })
}

function fieldOf(
  base: Omit<TransferField, 'value' | 'history'>,
  { text = anyText, history = true }: VaultOptions
): fc.Arbitrary<TransferField> {
  const value =
    base.kind === 'otp' ? oneTimeSecret : base.kind === 'date' ? day : text.map((drawn) => drawn.toWellFormed())
  return value.chain((drawn) =>
    (history && base.kind !== 'date' && base.kind !== 'otp' ? historyOf(text, drawn) : fc.constant([])).map(
      (versions) => ({
        ...base,
        value: drawn,
        history: distinct(versions, drawn)
      })
    )
  )
}

function distinct(versions: TransferField['history'], value: string): TransferField['history'] {
  const kept: { at: number | null; value: string }[] = []
  for (const version of versions) if (kept.at(-1)?.value !== version.value) kept.push(version)
  while (kept.at(-1)?.value === value) kept.pop()
  return kept
}

function ownFields(options: VaultOptions): fc.Arbitrary<readonly TransferField[]> {
  const look = fc.record({
    label: labelText,
    kind: fc.constantFrom(...fieldKind.options),
    concealed: fc.boolean(),
    section: fc.constantFrom('', 'More', 'section.other-imported-data')
  })
  return fc
    .array(look, { maxLength: 5 })
    .chain((looks) =>
      fc.tuple(
        ...looks.map((each, index) =>
          fieldOf({ ...each, label: each.label.toWellFormed(), id: `own-${index}` }, options)
        )
      )
    )
}

function itemOf(options: VaultOptions): fc.Arbitrary<TransferItem> {
  const { text = anyText, attachments = true } = options
  const attachment = fc.record({
    name: fc.constantFrom('a.txt', 'b.png', 'key', 'Ä.pdf', 'a.txt'),
    mediaType: fc.constantFrom('text/plain', 'application/octet-stream', 'image/png'),
    bytes: fc.uint8Array({ maxLength: 50 })
  })
  return fc.constantFrom(...ITEM_TYPES.keys(), 'custom-type').chain((type) =>
    fc.record({
      type: fc.constant(type),
      title: text.map((drawn) => drawn.toWellFormed()),
      favorite: fc.boolean(),
      tags: fc.uniqueArray(tag, { maxLength: 3 }),
      createdAt: seconds,
      changedAt: seconds,
      trashedAt: fc.option(seconds, { freq: 4 }),
      fields: fc
        .tuple(
          fc
            .subarray([...(ITEM_TYPES.get(type) ?? [])])
            .chain((templates) => fc.tuple(...templates.map((each) => fieldOf(each, options)))),
          ownFields(options)
        )
        .map(([known, own]) => [...known, ...own]),
      attachments: attachments ? fc.array(attachment, { maxLength: 3 }) : fc.constant([])
    })
  )
}

export function arbitraryVault(options: VaultOptions = {}): fc.Arbitrary<TransferVault> {
  return fc.array(itemOf(options), { maxLength: 4 }).map((items) => ({ items }))
}
