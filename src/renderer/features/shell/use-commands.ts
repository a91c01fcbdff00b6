import type { MenuCommand } from '../../../shared/events.ts'
import type { ItemDetail } from '../../../shared/item-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { type QuickKind, quickFields } from '../detail/quick-fields.ts'
import { withoutNames } from '../list/many-pane.tsx'
import type { ItemActions } from './item-actions.ts'

export type CommandHands = {
  readonly item: ItemDetail | null
  readonly editing: boolean
  /** Several items chosen together. */
  readonly marked: readonly string[]
  readonly actions: ItemActions
  /** What Ctrl+N makes here. */
  readonly newType: string
  focusSearch(): void
  save(): void
  undo(): void
  redo(): void
  lock(): void
  open(what: 'palette' | 'keys' | 'generator' | 'settings' | 'import' | 'export' | 'timeMachine'): void
  openCopy(): void
}

/** One place for what a command does, whether a key, the menu or the palette asked for it. */
export function useCommands(hands: CommandHands): (command: MenuCommand) => void {
  const t = useTexts()
  const toast = useToast()
  const { item, editing, actions } = hands
  const copy = (kind: QuickKind) => {
    if (item === null) return
    const field = quickFields(item)[kind]
    if (field === null) toast.show({ text: t.shell.nothingToCopy[kind] })
    else actions.copy(item, field, t.shell.what[kind], kind === 'code' ? 'code' : 'value')
  }
  const change = (act: (item: ItemDetail) => void) => {
    if (hands.marked.length === 0 && item !== null && !editing && !actions.readOnly && item.trashedAt === null)
      act(item)
  }
  const openUrl = () => {
    const field = item === null ? null : quickFields(item).url
    if (item !== null && field !== null) actions.openWebsite(item, field)
  }
  const commands: Readonly<Record<MenuCommand, () => void>> = {
    search: hands.focusSearch,
    new: () => actions.readOnly || actions.create(hands.newType),
    edit: () => change(actions.edit),
    save: hands.save,
    duplicate: () => change(actions.duplicate),
    trash: () => {
      if (hands.marked.length === 0) change(actions.trash)
      else if (!actions.readOnly && item?.trashedAt === null) actions.trashMany(withoutNames(hands.marked))
    },
    copyUsername: () => copy('username'),
    copyPassword: () => copy('password'),
    copyCode: () => copy('code'),
    copyUrl: () => copy('url'),
    openUrl,
    generator: () => hands.open('generator'),
    // A generator that is open listens by itself.
    reroll: () => {},
    openCopy: hands.openCopy,
    timeMachine: () => hands.open('timeMachine'),
    palette: () => hands.open('palette'),
    lock: hands.lock,
    settings: () => hands.open('settings'),
    keys: () => hands.open('keys'),
    undo: hands.undo,
    redo: hands.redo,
    import: () => hands.open('import'),
    export: () => hands.open('export'),
    share: () => item === null || editing || actions.share(item)
  }
  return (command) => commands[command]()
}
