import { isObject, type Json } from '../../core/vault/json.ts'
import type { Version } from '../../core/vault/properties.ts'
import type { AttachmentView } from '../../shared/attachment-views.ts'

/** What `value:<id>` says of an attachment; its bytes stand in frames of their own. docs/FORMAT.md, "Attachments". */
export type AttachmentValue = {
  /** 32 hex digits. */
  readonly attachment: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly mediaType: string
  /** 64 hex digits. */
  readonly sha256: string
  readonly chunks: number
}

/** The kind of field that an attachment is; the pages of the app list it apart from the fields that are typed. */
export const ATTACHMENT_KIND = 'attachment'

/** Null for anything else, also for an attachment that is not described whole. */
export function readAttachmentValue(value: Json | undefined): AttachmentValue | null {
  if (!isObject(value)) return null
  const { attachment, name, size, mediaType, sha256, chunks } = value as Readonly<Record<string, Json | undefined>>
  if (typeof attachment !== 'string' || !/^[0-9a-f]{32}$/.test(attachment)) return null
  if (typeof sha256 !== 'string' || typeof name !== 'string' || typeof mediaType !== 'string') return null
  if (typeof size !== 'number' || size < 0 || typeof chunks !== 'number') return null
  return { attachment, name, size, mediaType, sha256, chunks }
}

/** Members in the order of the format. */
export function attachmentJson({ attachment, name, size, mediaType, sha256, chunks }: AttachmentValue): Json {
  return { attachment, name, size, mediaType, sha256, chunks }
}

/** Whether a field is one of attachments, by its definition or by what it holds. */
export function isAttachmentField(winners: ReadonlyMap<string, Version>, id: string): boolean {
  if (readAttachmentValue(winners.get(`value:${id}`)?.value) !== null) return true
  const definition = winners.get(`field:${id}`)?.value
  return isObject(definition) && (definition as { readonly kind?: Json }).kind === ATTACHMENT_KIND
}

/** The attachments of an item, in the order in which they came. */
export function attachmentViews(winners: ReadonlyMap<string, Version>): AttachmentView[] {
  const found: (AttachmentView & { readonly order: number })[] = []
  for (const [property, { value }] of winners) {
    if (!property.startsWith('value:')) continue
    const known = readAttachmentValue(value)
    const field = property.slice('value:'.length)
    if (known !== null)
      found.push({
        field,
        name: known.name,
        size: known.size,
        mediaType: known.mediaType,
        order: orderOf(winners, field)
      })
  }
  return found
    .sort((a, b) => a.order - b.order || (a.field < b.field ? -1 : 1))
    .map(({ field, name, size, mediaType }) => ({ field, name, size, mediaType }))
}

function orderOf(winners: ReadonlyMap<string, Version>, field: string): number {
  const definition = winners.get(`field:${field}`)?.value
  const order = isObject(definition) ? (definition as { readonly order?: Json }).order : undefined
  return typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER
}
