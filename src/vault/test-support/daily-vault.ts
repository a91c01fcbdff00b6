import type { ItemEdit } from '../../shared/item-views.ts'
import { createItem, newItemId } from '../item/change-items.ts'
import type { MemoryStore } from './memory-store.ts'

type Put = { readonly kind?: 'text' | 'password' | 'url' | 'multiline'; readonly value: string; readonly bits?: number }

/** An edit from field ids to values; passwords are concealed, as in the templates. */
export function editOf(title: string, fields: Readonly<Record<string, Put>>, more: Partial<ItemEdit> = {}): ItemEdit {
  const puts = Object.entries(fields).map(([id, { kind = 'text', ...put }], order) => ({
    ...({ change: 'put', id, label: id, kind, section: '', order } as const),
    concealed: kind === 'password',
    ...put
  }))
  return { title, fields: puts, ...more }
}

export async function addItem(store: MemoryStore, edit: ItemEdit, type = 'login'): Promise<string> {
  const id = newItemId()
  await store.save(createItem(id, type, edit))
  return id
}

export const revisionOf = (store: MemoryStore, id: string): string => store.opened().folded.list(id)?.revision ?? ''
