import { randomUuid } from '../../../core/random.ts'
import { utf8Bytes } from '../../../core/vault/text.ts'
import type { Exporter } from '../exporter.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { bitwardenItem } from './bitwarden-item.ts'

/** Bitwarden's unencrypted JSON: folders stand before the items, so the items are collected first. */
export const writeBitwarden: Exporter = async function* writeBitwarden(items, { book }) {
  const folders = new Map<string, string>()
  const written: unknown[] = []
  for await (const item of items) written.push(bitwardenItem(randomUuid(), item, folderOf(item, folders), book))
  const named = [...folders].map(([name, id]) => ({ id, name }))
  yield utf8Bytes(`${JSON.stringify({ encrypted: false, folders: named, items: written }, null, 2)}\n`)
}

/** Its first tag; folders are nested by `/` as tags are. */
function folderOf({ tags: [tag] }: TransferItem, folders: Map<string, string>): string | null {
  if (tag === undefined) return null
  const known = folders.get(tag)
  if (known !== undefined) return known
  const id = randomUuid()
  folders.set(tag, id)
  return id
}
