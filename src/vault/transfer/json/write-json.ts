import { utf8Bytes } from '../../../core/vault/text.ts'
import type { Exporter } from '../exporter.ts'
import type { TransferAttachment, TransferItem } from '../transfer-vault.ts'
import { TRANSFER_FORMAT, TRANSFER_VERSION } from './transfer-schema.ts'

/** The documented JSON, an item a line: it carries everything, and is written while items are read. */
export const writeJson: Exporter = async function* writeJson(items, { vaultName, now }) {
  const head = { format: TRANSFER_FORMAT, version: TRANSFER_VERSION, vault: vaultName, exportedAt: now }
  yield utf8Bytes(`${JSON.stringify(head).slice(0, -1)},"items":[`)
  let between = '\n'
  for await (const item of items) {
    yield utf8Bytes(between + JSON.stringify(itemJson(item)))
    between = ',\n'
  }
  yield utf8Bytes('\n]}\n')
}

// Members are named one by one: what a program adds to an item in memory must not slip into files.
function itemJson({ type, title, favorite, tags, createdAt, changedAt, trashedAt, fields, attachments }: TransferItem) {
  return {
    type,
    title,
    favorite,
    tags,
    createdAt,
    changedAt,
    trashedAt,
    fields: fields.map(fieldJson),
    attachments: attachments.map(attachmentJson)
  }
}

const fieldJson = ({ id, label, kind, concealed, section, value, history }: TransferItem['fields'][number]) => ({
  id,
  label,
  kind,
  concealed,
  section,
  value,
  history: history.map(({ at, value: older }) => ({ at, value: older }))
})

const attachmentJson = ({ name, mediaType, bytes }: TransferAttachment) => ({
  name,
  mediaType,
  bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
})
