import type { TransferField, TransferItem } from '../transfer-vault.ts'

const FIELD: Omit<TransferField, 'id' | 'label' | 'value'> = {
  kind: 'text',
  concealed: false,
  section: '',
  history: []
}

export const field = (id: string, value: string, more: Partial<TransferField> = {}): TransferField => ({
  ...FIELD,
  id,
  label: `field.${id}`,
  value,
  ...more
})

const ITEM: Omit<TransferItem, 'fields'> = {
  type: 'login',
  title: 'GitHub',
  favorite: true,
  tags: ['a', 'b'],
  createdAt: null,
  changedAt: null,
  trashedAt: null,
  attachments: []
}

export const login = (fields: readonly TransferField[], more: Partial<TransferItem> = {}): TransferItem => ({
  ...ITEM,
  fields,
  ...more
})
