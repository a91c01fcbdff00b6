import { type Command, InvalidArgumentError } from 'commander'
import { isItemId } from '../../core/vault/item-id.ts'
import { fieldLabel } from '../../shared/english-labels.ts'
import type { JournalEntry } from '../../shared/journal-views.ts'
import { ACT_LABELS } from '../../shared/journal-words.ts'
import type { Session } from '../../vault/session.ts'
import { date, oneLine, print, table } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

type Flags = VaultFlags & { item?: string; since?: number }

export function addJournal(program: Command): void {
  openOptions(program.command('journal'))
    .description('who did what with which secret, when and on which device, newest first')
    .option('--item <item>', 'only of this item: id, beginning of the id, or exact title')
    .option('--since <date>', 'only from this day or moment on: 2026-11-25, 2026-11-25T09:00Z', moment)
    .action(journal)
}

function moment(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z?)?$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) throw new InvalidArgumentError('It must be a date, such as 2026-11-25.')
  return time
}

async function journal(path: string, flags: Flags): Promise<void> {
  await withVault(path, 'read', flags, async (session) => {
    const filter = {
      ...(flags.item === undefined ? {} : { item: itemOf(session, flags.item) }),
      ...(flags.since === undefined ? {} : { since: flags.since })
    }
    const entries = await session.journal.all(filter)
    const { policy } = await session.journal.view()
    print({ json: { policy, entries }, text: journalText(entries) }, flags.json ?? false)
  })
}

/** An item that is gone can still be asked for by its id. */
const itemOf = (session: Session, text: string): string => (isItemId(text) ? text : session.find(text))

/** A line for each: when, what, with what, through what, on which device. */
export function journalText(entries: readonly JournalEntry[]): string {
  return table(
    entries.map(({ at, act, by, device, ...entry }) => [
      date(at),
      ACT_LABELS[act],
      whatOf(entry),
      oneLine(by),
      oneLine(device.name) || device.id
    ])
  )
}

function whatOf({ item, fields, format, items }: Pick<JournalEntry, 'item' | 'fields' | 'format' | 'items'>): string {
  const named = fields.map(({ id, label }) => oneLine(label === '' ? id : fieldLabel(label))).join(', ')
  const title = item === null ? '' : item.title === null ? `an item that is gone (${item.id})` : oneLine(item.title)
  const counted = items === null ? '' : `${items} item${items === 1 ? '' : 's'}`
  return [title, named, format === null ? '' : oneLine(format), counted].filter((part) => part !== '').join(', ')
}
