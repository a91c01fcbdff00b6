import { VAULT_ITEM } from '../../core/vault/change.ts'
import { covers, withJournalPolicy } from '../../core/vault/journal-policy.ts'
import { utf8Bytes } from '../../core/vault/text.ts'
import type {
  ItemJournal,
  JournalEntry,
  JournalFilter,
  JournalPage,
  JournalPolicy,
  JournalView
} from '../../shared/journal-views.ts'
import { journalCsv } from '../journal/journal-csv.ts'
import { deviceNames } from '../journal/journal-changes.ts'
import type { JournalKeeper } from '../journal/journal-keeper.ts'
import { filterEntries, isOpening, journalRows } from '../journal/journal-rows.ts'
import { replaceWithBytes } from '../storage/atomic-write.ts'
import type { SessionContext } from './session-context.ts'

export type Journal = Pick<JournalKeeper, 'note' | 'settle' | 'look' | 'listen'> & {
  view(): Promise<JournalView>
  /** Newest first. */
  query(filter: JournalFilter, window: { readonly from: number; readonly count: number }): Promise<JournalPage>
  all(filter: JournalFilter): Promise<JournalEntry[]>
  ofItem(item: string): Promise<ItemJournal>
  /** Of this vault on all devices. That it was changed is noted. */
  setPolicy(policy: JournalPolicy): Promise<void>
  /** In the clear, for its owner alone. It replaces a file: who chose the name was asked. */
  writeCsv(target: string, filter: JournalFilter): Promise<void>
}

export type KeepJournal = { readonly journal: Journal }

export function keepJournal({ environment, opened, save, journal: keeper }: SessionContext): KeepJournal {
  const fitting = async (filter: JournalFilter) => filterEntries(opened().folded, await keeper.entries(), filter)
  const all = async (filter: JournalFilter) => journalRows(opened(), await fitting(filter))

  const journal: Journal = {
    note: keeper.note,
    settle: keeper.settle,
    look: keeper.look,
    listen: keeper.listen,
    all,
    async view() {
      const { folded } = opened()
      const entries = await keeper.entries()
      const names = deviceNames(folded)
      const devices = [...new Set(entries.map(({ device }) => device))]
      return {
        policy: keeper.policy(),
        kept: keeper.isKept(),
        total: entries.length,
        devices: devices.map((id) => ({ id, name: names.get(id) ?? '' }))
      }
    },
    async query(filter, { from, count }) {
      const found = await fitting(filter)
      return { total: found.length, from, rows: await journalRows(opened(), found.slice(from, from + count)) }
    },
    async ofItem(item) {
      const openings = (await fitting({ item })).filter(isOpening)
      const [last = null] = await journalRows(opened(), openings.slice(0, 1))
      const type = opened().folded.list(item)?.type ?? ''
      return { noted: keeper.isKept() && covers(keeper.policy(), type), times: openings.length, last }
    },
    async setPolicy(policy) {
      if (policy === keeper.policy()) return
      await save(({ folded }, at) => [
        {
          item: VAULT_ITEM,
          at,
          set: { policy: withJournalPolicy(folded.vaultProperties().get('policy')?.value, policy) }
        }
      ])
      keeper.note({ act: 'policy', format: policy })
    },
    writeCsv: async (target, filter) =>
      replaceWithBytes(environment.fs, { path: target, replace: true }, utf8Bytes(journalCsv(await all(filter))))
  }
  return { journal }
}
