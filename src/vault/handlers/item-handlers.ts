import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

export function itemHandlers({ session }: OpenSession): HandlersOf<'list'> & HandlersOf<'item'> & HandlersOf<'type'> {
  return {
    'list.query': (query) => session().queryInSteps(query),
    'list.ids': async (query) => (await session().queryInSteps(query)).rows.map(({ id }) => id),
    'list.counts': () => session().countInSteps(),
    'item.templates': () => session().templates(),
    'item.get': ({ item }) => session().item(item),
    'item.create': ({ type, edit }) => session().create(type, edit),
    'item.edit': ({ item, expected, edit }) => session().edit(item, expected, edit),
    'item.duplicate': ({ item }) => session().duplicate(item),
    'item.changeMany': ({ items, change }) => session().changeMany(items, change),
    'item.trash': ({ items }) => session().trash(items),
    'item.restore': ({ items }) => session().restore(items),
    'item.purge': ({ items }) => session().purge(items),
    'item.reveal': async ({ item, field }) => ({ value: await session().reveal(item, field) }),
    'item.makeSshKey': ({ item }) => session().makeSshKey(item),
    'type.make': ({ item, name }) => session().makeType(item, name),
    'type.rename': ({ type, name }) => session().renameType(type, name),
    'type.offer': ({ type, offered }) => session().offerType(type, offered),
    'item.oneTimeCode': ({ item, field }) => session().oneTimeCode(item, field)
  }
}
