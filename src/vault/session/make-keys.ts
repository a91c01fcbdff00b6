import type { FieldEdit, ItemDetail } from '../../shared/item-views.ts'
import { newSshKey } from '../facts/ssh-key-pair.ts'
import { editItem } from '../item/change-items.ts'
import { readItem } from './browse-items.ts'
import type { SessionContext } from './session-context.ts'

export type MakeKeys = {
  /** A new key pair in the fields of an item; what was there stays in their history. The private half never leaves here. */
  makeSshKey(id: string): Promise<ItemDetail>
}

export function makeKeys(context: SessionContext): MakeKeys {
  return {
    async makeSshKey(id) {
      const { revision, fields } = await readItem(context, id)
      const { privateKey, publicKey } = newSshKey(commentOf(fields))
      const edits = [put(fields, 'private-key', privateKey, true), put(fields, 'public-key', publicKey, false)]
      await context.undo.save('edit', editItem(id, revision, { fields: edits }), [id])
      return readItem(context, id)
    }
  }
}

type Fields = ItemDetail['fields']

function put(fields: Fields, id: string, value: string, concealed: boolean): FieldEdit {
  const place = fields.findIndex((field) => field.id === id)
  const known = fields[place]
  const { label, section } = known ?? { label: `field.${id}`, section: '' }
  const order = place < 0 ? fields.length : place
  return {
    change: 'put',
    id,
    label,
    kind: 'multiline',
    concealed,
    section,
    order,
    value,
    ...(concealed ? { bits: 256 } : {})
  }
}

/** `mara@laptop`, as ssh-keygen would have it, from what the item says. */
function commentOf(fields: Fields): string {
  const open = (id: string): string => {
    const field = fields.find((each) => each.id === id)
    return field === undefined || field.concealed ? '' : field.value.replace(/\s+/g, '')
  }
  return [open('username'), open('host')].filter((part) => part !== '').join('@')
}
