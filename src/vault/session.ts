import { VaultError } from '../core/errors.ts'
import { isSealed, openValue } from '../core/vault/concealed.ts'
import { oneTimeCode, parseOneTimeSecret } from '../core/totp/one-time-code.ts'
import type {
  ItemDetail,
  ItemEdit,
  ListPage,
  ListQuery,
  OneTimeCode,
  SidebarCounts,
  VaultView
} from '../shared/views.ts'
import { type Attachments, createAttachments } from './attachments/attachment-session.ts'
import { type Draft, dropDraft, keepDraft, loadDraft } from './drafts.ts'
import type { Environment, Job } from './environment.ts'
import { exportBackup, type Exported, type ExportRequest } from './export-backup.ts'
import { findItem } from './item/find-item.ts'
import {
  type BuildChanges,
  createItem,
  duplicateItem,
  editItem,
  newItemId,
  purgeItems,
  restoreItems,
  trashItems
} from './item/change-items.ts'
import { fieldOf } from './item/item-fields.ts'
import { itemDetail } from './item/item-view.ts'
import { readDetails } from './item/read-details.ts'
import { detailTexts } from './item/search-text.ts'
import type { OpenedVault } from './opened-vault.ts'
import { type RekeyRequest, rekeyVault } from './rekey-vault.ts'
import type { VaultStore } from './vault-store.ts'
import { vaultView } from './vault-view.ts'

/** An unlocked vault: everything that the window and the command line can do with it. Locked, it answers LOCKED. */
export type Session = {
  view(): VaultView
  query(query: ListQuery): ListPage
  counts(): SidebarCounts
  /** The item of an id, of the beginning of one, or of an exact title. ITEM_NOT_FOUND, BAD_REQUEST { matches }. */
  find(text: string): string
  item(id: string): Promise<ItemDetail>
  create(type: string, edit: ItemEdit): Promise<ItemDetail>
  /** `expected` is the revision that the edit was made from. STALE when the item has moved on. */
  edit(id: string, expected: string, edit: ItemEdit): Promise<ItemDetail>
  duplicate(id: string): Promise<ItemDetail>
  trash(ids: readonly string[]): Promise<void>
  restore(ids: readonly string[]): Promise<void>
  purge(ids: readonly string[]): Promise<void>
  /** The one place where a concealed value becomes plaintext: one at a time. */
  reveal(id: string, field: string): Promise<string>
  oneTimeCode(id: string, field: string): Promise<OneTimeCode>
  readonly attachments: Attachments
  keepDraft(draft: Draft): Promise<void>
  loadDraft(): Draft | null
  dropDraft(): Promise<void>
  changeMasterPassword(request: PasswordChange): Promise<{ readonly recoveryPhrase: readonly string[] | null }>
  exportBackup(request: ExportRequest): Promise<Exported>
  /** Authenticates every frame that opening left sealed, and lets notes and open fields join the search. */
  verify(job?: Job): Promise<{ readonly frames: number; readonly items: number }>
  /** What backups and merging are made of; for this package only. */
  readonly store: VaultStore
  lock(): Promise<void>
}

export type PasswordChange = { readonly current: string; readonly next: string; readonly keepPhrase?: string }

export type SessionParts = {
  readonly store: VaultStore
  readonly deviceId: string
  readonly notices: VaultView['notices']
  readonly release: () => Promise<void>
}

export function createSession(environment: Environment, { store, deviceId, notices, release }: SessionParts): Session {
  let locked = false
  const opened = (): OpenedVault => {
    if (locked) throw new VaultError('LOCKED')
    return store.opened()
  }

  async function detail(id: string): Promise<ItemDetail> {
    await readDetails(opened(), [id])
    return itemDetail(opened().folded, id)
  }

  async function save(build: BuildChanges, reads: readonly string[] = []): Promise<void> {
    opened()
    await store.save(build, reads)
  }

  return {
    store,
    view: () => vaultView(opened(), store.readOnly(), notices),
    query: (query) => opened().list.page(query),
    counts: () => opened().list.counts(),
    find: (text) => findItem(opened().folded, text),
    item: detail,
    async create(type, edit) {
      const id = newItemId()
      await save(createItem(id, type, edit))
      return detail(id)
    },
    async edit(id, expected, edit) {
      await save(editItem(id, expected, edit), [id])
      return detail(id)
    },
    async duplicate(id) {
      const copy = newItemId()
      await save(duplicateItem(id, copy), [id])
      return detail(copy)
    },
    trash: (ids) => save(trashItems(ids)),
    restore: (ids) => save(restoreItems(ids)),
    purge: (ids) => save(purgeItems(ids)),
    async reveal(id, field) {
      await readDetails(opened(), [id])
      return revealField(opened(), id, field)
    },
    async oneTimeCode(id, field) {
      await readDetails(opened(), [id])
      return oneTimeCode(parseOneTimeSecret(revealField(opened(), id, field)), environment.now())
    },
    attachments: createAttachments({ environment, store, opened }),
    keepDraft: (draft) => save(keepDraft(deviceId, draft)),
    loadDraft: () => loadDraft(opened(), deviceId),
    dropDraft: () => save(dropDraft(deviceId)),
    async changeMasterPassword({ current, next, keepPhrase }) {
      const request: RekeyRequest = {
        credential: { masterPassword: current },
        next,
        ...(keepPhrase === undefined ? {} : { keepPhrase })
      }
      return rekey(environment, store, opened, request)
    },
    exportBackup: (request) => exportBackup(environment, opened(), request),
    verify: (job) => verify(opened(), job),
    async lock() {
      if (locked) return
      locked = true
      try {
        await store.close()
      } finally {
        await release()
      }
    }
  }
}

/** The text of one field. FIELD_NOT_FOUND when the item has no such field; an empty one is ''. */
function revealField({ folded, scope }: OpenedVault, item: string, id: string): string {
  const winners = folded.properties(item)
  const { property, value } = fieldOf(winners, id)
  const stored = value?.value ?? null
  if (value !== undefined && isSealed(stored)) return openValue(scope, { item, at: value.at, name: property }, stored)
  if (stored === null && !winners.has(`field:${id}`)) throw new VaultError('FIELD_NOT_FOUND')
  return typeof stored === 'string' ? stored : ''
}

/** `opened` guards against a vault that was locked while the key was derived. */
async function rekey(environment: Environment, store: VaultStore, opened: () => OpenedVault, request: RekeyRequest) {
  opened()
  let recoveryPhrase: readonly string[] | null = null
  await store.replace(async (before) => {
    const done = await rekeyVault(environment, before, request)
    recoveryPhrase = done.recoveryPhrase
    return done.opened
  })
  return { recoveryPhrase }
}

async function verify(opened: OpenedVault, job?: Job): Promise<{ frames: number; items: number }> {
  const { folded, file, list } = opened
  const { frames } = await file.verify(job === undefined ? {} : { onProgress: job.report, signal: job.signal })
  const groups = new Set([...folded.ids()].flatMap((id) => [...folded.sealedGroups(id)]))
  for (const group of groups) {
    if (job?.signal.aborted) throw new VaultError('CANCELLED')
    for (const [item, text] of detailTexts(await file.loadDetails(group))) {
      // An item that was opened meanwhile has told the search a newer text already.
      if (folded.has(item) && folded.sealedGroups(item).includes(group)) list.addDetailText(item, text)
    }
  }
  return { frames, items: folded.size }
}
