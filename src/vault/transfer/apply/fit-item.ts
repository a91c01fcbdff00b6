import { utf8Bytes, utf8Length } from '../../../core/vault/text.ts'
import { freeId } from '../field-ids.ts'
import {
  OTHER_IMPORTED_DATA,
  type TransferAttachment,
  type TransferField,
  type TransferItem
} from '../transfer-vault.ts'

/** What fits in a frame once it is sealed and written as JSON. docs/FORMAT.md, "Bounds". */
const MAX_VALUE = 600_000
const MAX_TITLE = 1000
const MAX_LABEL = 1000
/** A short text is never too long, whatever its characters are written as: most are asked no further. */
const SHORT = MAX_VALUE / 6

/**
 * The item as a vault can hold it: texts that JSON cannot carry are mended, a title that no list could show is kept as
 * a field too, and a value that no frame could hold becomes an attachment. Nothing is cut off.
 */
export function fitItem(item: TransferItem): TransferItem {
  const title = mended(item.title)
  const attachments: TransferAttachment[] = item.attachments.map((one) => ({ ...one, name: mended(one.name) }))
  const fields = item.fields.map((field) => fitField(field, attachments))
  if (title.length > MAX_TITLE) fields.push(fitField(titleField(title, fields), attachments))
  const tags = [...new Set(item.tags.map((tag) => mended(tag).slice(0, MAX_TITLE)).filter((tag) => tag !== ''))]
  return { ...item, title: title.slice(0, MAX_TITLE), tags, fields, attachments }
}

function fitField(field: TransferField, attachments: TransferAttachment[]): TransferField {
  const label = mended(field.label).slice(0, MAX_LABEL)
  const aside = (text: string, name: string): string => {
    if (fits(text)) return text
    attachments.push({ name: `${name}.txt`, mediaType: 'text/plain', bytes: utf8Bytes(text) })
    return ''
  }
  const history = field.history.flatMap(({ at, value }, index) => {
    const text = aside(mended(value), `${label} (${index + 1})`)
    return text === '' ? [] : [{ at, value: text }]
  })
  return { ...field, label, section: mended(field.section), value: aside(mended(field.value), label), history }
}

function titleField(value: string, fields: readonly TransferField[]): TransferField {
  const id = freeId('title', new Set(fields.map((field) => field.id)))
  return { id, label: id, kind: 'multiline', concealed: false, section: OTHER_IMPORTED_DATA, value, history: [] }
}

const fits = (text: string): boolean => text.length <= SHORT || utf8Length(JSON.stringify(text)) <= MAX_VALUE

/** Half of a surrogate pair is no character, and would be refused as damage. */
const mended = (text: string): string => (text.isWellFormed() ? text : text.toWellFormed())
