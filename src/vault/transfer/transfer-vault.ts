import type { FieldKind } from '../../shared/item-views.ts'

/**
 * What every importer makes and every exporter takes: a vault in the clear, in memory only, in no program's own shape.
 * A round trip through a format is the identity on this, as far as the format can carry it.
 */
export type TransferVault = { readonly items: readonly TransferItem[] }

export type TransferItem = {
  /** One of ITEM_TYPES, or the user's own. */
  readonly type: string
  readonly title: string
  readonly favorite: boolean
  /** Nested by `/`; folders and groups of other programs become these. */
  readonly tags: readonly string[]
  /** Milliseconds since 1970; null where the source does not say. */
  readonly createdAt: number | null
  readonly changedAt: number | null
  readonly trashedAt: number | null
  /** In their order. */
  readonly fields: readonly TransferField[]
  readonly attachments: readonly TransferAttachment[]
}

export type TransferField = {
  /** Unique in its item: that of the template where it is one of its fields (`username`, `password`, `otp`, `url`…). */
  readonly id: string
  /** A catalogue key (`field.username`) for a field of the template, else the source's own word. */
  readonly label: string
  readonly kind: FieldKind
  readonly concealed: boolean
  /** Empty for the first; OTHER_IMPORTED_DATA for what this program has no place for. */
  readonly section: string
  readonly value: string
  /** Superseded values, oldest first, with the time at which each was set, as far as that is known. */
  readonly history: readonly { readonly at: number | null; readonly value: string }[]
}

export type TransferAttachment = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The section of what was kept though nothing here reads it; a catalogue key. */
export const OTHER_IMPORTED_DATA = 'section.other-imported-data'
