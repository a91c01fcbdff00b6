import type { UndoKind } from '../../../shared/undo-views.ts'
import { number } from './number.ts'

/** A title that is set off, and the rest of the sentence. */
type Said = readonly [title: string, rest: string]

const what: Readonly<Record<UndoKind, string>> = {
  create: 'new item',
  edit: 'edit',
  duplicate: 'copy',
  trash: 'move to the trash',
  restore: 'restore',
  favorite: 'favourite',
  tags: 'tags',
  version: 'older version',
  password: 'password change',
  merge: 'merge',
  import: 'import'
}

export const undo = {
  redo: 'Redo',
  what,
  undone: (title: string, items: number, step: string): Said => [named(title, items), `: ${step} undone`],
  redone: (title: string, items: number, step: string): Said => [named(title, items), `: ${step} done again`],
  nothing: { undo: 'There is nothing to undo.', redo: 'There is nothing to redo.' },
  edited: (title: string, isNew: boolean): Said => [title, isNew ? ' is in the vault' : ' is changed']
}

const named = (title: string, items: number): string => (items === 1 ? title : `${number(items)} items`)

export type UndoTexts = typeof undo
