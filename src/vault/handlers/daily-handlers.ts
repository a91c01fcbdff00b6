import type { Handlers } from '../../shared/api.ts'
import type { Kept } from '../../shared/daily-views.ts'
import { changeMany } from '../bulk-change.ts'
import { fieldVersions, restoreVersion, versionText } from '../field-history.ts'
import { keepSecret, keptSecrets, keptSecretText } from '../generated.ts'
import { ignoreFinding, keepScore, scoreTrend, vaultHealth } from '../health.ts'
import { createItem, duplicateItem, editItem, newItemId, restoreItems, trashItems } from '../item/change-items.ts'
import { readDetails } from '../item/read-details.ts'
import { mergeItems } from '../merge-items.ts'
import {
  beginPasswordChange,
  confirmPasswordChange,
  dropPasswordChange,
  pendingPasswords,
  pendingText
} from '../password-change.ts'
import type { Session } from '../session.ts'
import { createUndo, type Undo } from '../undo.ts'
import type { OpenSession } from './open-session.ts'

type Changes = 'item.create' | 'item.edit' | 'item.duplicate' | 'item.trash' | 'item.restore' | 'item.changeMany'
type History = 'history.versions' | 'history.restore' | 'kept.reveal'
type Undoing = 'undo.state' | 'undo.settle' | 'undo.undo' | 'undo.redo'
type Passwords = `passwordChange.${'pending' | 'begin' | 'confirm' | 'drop'}` | 'generator.keep' | 'generator.kept'
type Health = 'health.report' | 'health.ignore' | 'health.merge'

/** What the window does all day. Every change of items goes through the undo of the open session. */
export function dailyHandlers(
  open: OpenSession
): Handlers<Changes | History | Undoing | Passwords | Health | 'list.ids'> {
  const undo = undoOfSession(open)
  return {
    ...changeHandlers(open, undo),
    ...historyHandlers(open, undo),
    ...passwordHandlers(open, undo),
    ...healthHandlers(open, undo),
    'undo.state': () => undo().state(),
    'undo.settle': () => undo().settle(),
    'undo.undo': () => undo().undo(),
    'undo.redo': () => undo().redo(),
    'list.ids': (query) =>
      open
        .session()
        .query(query)
        .rows.map(({ id }) => id)
  }
}

/** One undo for as long as its session is open; it goes with it. */
function undoOfSession({ session }: OpenSession): () => Undo {
  const known = new WeakMap<Session, Undo>()
  return () => {
    const current = session()
    const made = known.get(current) ?? createUndo(current.store)
    known.set(current, made)
    return made
  }
}

function changeHandlers({ session }: OpenSession, undo: () => Undo): Handlers<Changes> {
  return {
    'item.create': async ({ type, edit }) => {
      const id = newItemId()
      await undo().save('create', createItem(id, type, edit))
      return session().item(id)
    },
    'item.edit': async ({ item, expected, edit }) => {
      await undo().save('edit', editItem(item, expected, edit), [item])
      return session().item(item)
    },
    'item.duplicate': async ({ item }) => {
      const copy = newItemId()
      await undo().save('duplicate', duplicateItem(item, copy), [item])
      return session().item(copy)
    },
    'item.trash': ({ items }) => undo().save('trash', trashItems(items)),
    'item.restore': ({ items }) => undo().save('restore', restoreItems(items)),
    'item.changeMany': ({ items, change }) => undo().save(change.set, changeMany(items, change))
  }
}

function historyHandlers(open: OpenSession, undo: () => Undo): Handlers<History> {
  const { session } = open
  return {
    'history.versions': async ({ item, field }) => {
      await readDetails(session().store.opened(), [item])
      return fieldVersions(session().store.opened(), item, field)
    },
    'history.restore': async ({ item, field, at }) => {
      await undo().save('version', restoreVersion(item, field, at), [item])
      return session().item(item)
    },
    'kept.reveal': async (kept) => ({ value: await keptText(open, kept) })
  }
}

/** One concealed value that is no field's value now. */
export async function keptText({ session }: OpenSession, kept: Kept): Promise<string> {
  const opened = session().store.opened()
  if (kept.of === 'generated') return keptSecretText(opened, kept.id)
  await readDetails(opened, [kept.item])
  if (kept.of === 'pending') return pendingText(opened, kept.item, kept.field)
  return versionText(opened, kept.item, kept.field, kept.at)
}

function passwordHandlers({ session }: OpenSession, undo: () => Undo): Handlers<Passwords> {
  return {
    'passwordChange.pending': async ({ item }) => {
      await readDetails(session().store.opened(), [item])
      return pendingPasswords(session().store.opened(), item)
    },
    'passwordChange.begin': ({ item, field, text, bits }) =>
      undo().save('password', beginPasswordChange(item, field, { text, bits }), [item]),
    'passwordChange.confirm': async ({ item, field }) => {
      await undo().save('password', confirmPasswordChange(item, field), [item])
      return session().item(item)
    },
    'passwordChange.drop': ({ item, field }) => undo().save('password', dropPasswordChange(item, field), [item]),
    'generator.keep': ({ text }) => session().store.save(keepSecret(text)),
    'generator.kept': () => keptSecrets(session().store.opened())
  }
}

function healthHandlers({ session }: OpenSession, undo: () => Undo): Handlers<Health> {
  return {
    'health.report': async () => {
      const { store } = session()
      const now = Date.now()
      const health = await vaultHealth(store.opened(), now)
      await keepScore(store, health.score, now)
      return { ...health, trend: scoreTrend(store.opened().folded) }
    },
    'health.ignore': ({ kind, items, reason }) => session().store.save(ignoreFinding(kind, items, reason)),
    'health.merge': async ({ items }) => {
      await undo().save('merge', mergeItems(items), items)
      return session().item(items[0] ?? '')
    }
  }
}
