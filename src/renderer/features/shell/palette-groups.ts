import type { MenuCommand } from '../../../shared/events.ts'
import type { ItemDetail } from '../../../shared/item-views.ts'
import { typeName } from '../../texts/type-names.ts'
import type { Texts } from '../../texts/en.ts'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { type QuickKind, quickFields } from '../detail/quick-fields.ts'
import { SHORTCUTS } from '../keys/shortcuts.ts'
import type { PaletteCommand, PaletteGroup } from '../palette/palette-line.ts'
import { typeIcon } from '../sidebar/type-icon.ts'
import type { PageName } from './shell-state.ts'

type Hands = {
  readonly item: ItemDetail | null
  readonly types: readonly string[]
  readonly readOnly: boolean
  /** Null when there is nothing in it. */
  readonly emptyTrash: (() => void) | null
  run(command: MenuCommand): void
  create(type: string): void
  page(page: PageName): void
}

const COPIES: readonly (readonly [QuickKind, MenuCommand, IconName])[] = [
  ['password', 'copyPassword', 'key'],
  ['username', 'copyUsername', 'user'],
  ['code', 'copyCode', 'clock'],
  ['url', 'copyUrl', 'link'],
  ['url', 'openUrl', 'external']
]

const CHANGES: readonly (readonly [MenuCommand, IconName])[] = [
  ['edit', 'edit'],
  ['duplicate', 'copy'],
  ['share', 'export'],
  ['trash', 'trash']
]

const STEPS: readonly (readonly [MenuCommand, IconName])[] = [
  ['undo', 'undo'],
  ['redo', 'reroll']
]

const PLACES: readonly (readonly [MenuCommand, IconName])[] = [
  ['generator', 'dice'],
  ['import', 'import'],
  ['export', 'export'],
  ['timeMachine', 'history'],
  ['openCopy', 'merge'],
  ['settings', 'settings'],
  ['lock', 'lock'],
  ['keys', 'info']
]

/** What the palette offers: the selected item first, then the vault. */
export function paletteGroups(
  t: Texts,
  { item, types, readOnly, emptyTrash, run, create, page }: Hands
): readonly PaletteGroup[] {
  const command = ([name, icon]: readonly [MenuCommand, IconName]): PaletteCommand => ({
    id: name,
    name: t.keys.command[name],
    icon,
    keys: SHORTCUTS[name],
    run: () => run(name)
  })
  const places = PLACES.map(command)
  const health = { id: 'health', name: t.health.title, icon: 'health' as const, run: () => page('health') }
  const journal = { id: 'journal', name: t.journal.title, icon: 'eye' as const, run: () => page('journal') }
  const backups = { id: 'backups', name: t.shell.backups, icon: 'save' as const, run: () => page('backups') }
  const trash =
    readOnly || emptyTrash === null
      ? []
      : [{ id: 'emptyTrash', name: t.trash.empty, icon: 'trash' as const, run: emptyTrash }]
  const news = types.map(
    (type): PaletteCommand => ({
      id: `new ${type}`,
      name: t.palette.newOf(typeName(t, type)),
      icon: typeIcon(type),
      keys: type === 'login' ? SHORTCUTS.new : undefined,
      run: () => create(type)
    })
  )
  return [
    ...(item === null
      ? []
      : [{ title: item.title || t.shell.untitled, commands: itemCommands(item, readOnly).map(command) }]),
    {
      title: t.palette.vault,
      commands: [...(readOnly ? [] : [...news, ...STEPS.map(command)]), ...places, health, journal, backups, ...trash]
    }
  ]
}

function itemCommands(item: ItemDetail, readOnly: boolean): readonly (readonly [MenuCommand, IconName])[] {
  const quick = quickFields(item)
  const copies = COPIES.filter(([kind]) => quick[kind] !== null).map(([, name, icon]) => [name, icon] as const)
  return readOnly || item.trashedAt !== null ? copies : [...copies, ...CHANGES]
}
