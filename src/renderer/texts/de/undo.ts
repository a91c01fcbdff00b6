import type { UndoTexts } from '../en/undo.ts'
import { number } from './number.ts'

export const undo: UndoTexts = {
  redo: 'Wiederholen',
  what: {
    create: 'neuer Eintrag',
    edit: 'Änderung',
    duplicate: 'Kopie',
    trash: 'Verschieben in den Papierkorb',
    restore: 'Wiederherstellen',
    favorite: 'Favorit',
    tags: 'Tags',
    version: 'ältere Fassung',
    password: 'Passwortwechsel',
    merge: 'Zusammenführen',
    import: 'Import'
  },
  undone: (title, items, step) => [named(title, items), `: ${step} rückgängig gemacht`],
  redone: (title, items, step) => [named(title, items), `: ${step} wiederholt`],
  nothing: { undo: 'Es gibt nichts rückgängig zu machen.', redo: 'Es gibt nichts zu wiederholen.' },
  edited: (title, isNew) => [title, isNew ? ' ist im Tresor' : ' ist geändert']
}

const named = (title: string, items: number): string => (items === 1 ? title : `${number(items)} Einträge`)
