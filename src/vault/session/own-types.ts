import { randomUuid } from '../../core/random.ts'
import type { ItemTemplate } from '../../shared/item-views.ts'
import { changeType, makeType, ownTypes } from '../item/own-types.ts'
import { itemTemplates } from '../item-templates.ts'
import type { SessionContext } from './session-context.ts'

export type OwnTypes = {
  /** What a new item can be: the types that come with the program, then the user's own. */
  templates(): ItemTemplate[]
  /** A type of the user's own with the fields of this item, which becomes the first of it. */
  makeType(item: string, name: string): Promise<{ readonly type: string }>
  renameType(type: string, name: string): Promise<void>
  /** Items of it stay what they are. */
  offerType(type: string, offered: boolean): Promise<void>
}

export function ownTypesOf({ opened, save, undo }: SessionContext): OwnTypes {
  return {
    templates: () => [...itemTemplates(), ...ownTypes(opened().folded)],
    async makeType(item, name) {
      const type = `own-${randomUuid().slice(0, 8)}`
      await undo.save('edit', makeType(type, name, item), [item])
      return { type }
    },
    renameType: (type, name) => save(changeType(type, { name })),
    offerType: (type, offered) => save(changeType(type, { offered }))
  }
}
