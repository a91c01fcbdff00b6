import type { Command } from 'commander'
import type { ComparedItem, MergeReview, MergeSummary, Titles } from '../../shared/merge-views.ts'
import type { Session } from '../../vault/session.ts'
import { oneLine, print } from '../output.ts'
import { askSecret } from '../secret-input.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

type Flags = VaultFlags & { readonly preview?: boolean }

export function addMerge(program: Command): void {
  openOptions(program.command('merge'))
    .argument('<other>', 'another copy of the vault; it is only read')
    .description('bring the vault up to both copies; what both changed takes the later value and keeps the other')
    .option('--preview', 'say what would be merged, and change nothing')
    .action(merge)
}

async function merge(path: string, other: string, flags: Flags): Promise<void> {
  await withVault(path, flags.preview ? 'read' : 'write', flags, async (session) => {
    const review = await openCopy(session, other)
    if (flags.preview || review.bringsNothing) {
      return print({ json: { preview: true, ...review }, text: reviewText(review) }, flags.json ?? false)
    }
    const summary = await session.applyMerge([])
    const text = [summaryText(summary), keysText(review), conflictsText(review.conflicts)].filter(Boolean).join('\n')
    print({ json: { preview: false, ...summary, ...review }, text }, flags.json ?? false)
  })
}

async function openCopy(session: Session, path: string): Promise<MergeReview> {
  const opened = await session.openCopy({ path })
  if (opened.status === 'review') return opened.review
  const asked = await session.openCopy({ path, masterPassword: await askSecret('Master password of the other copy') })
  if (asked.status === 'review') return asked.review
  throw new Error('a password was given')
}

function summaryText({ added, changed, kept }: MergeSummary): string {
  const more = kept === 0 ? '' : ` ${plural(kept, 'item')} purged on one side and changed on the other kept as new.`
  return `Merged: ${plural(added, 'new item')}, ${plural(changed, 'changed item')}.${more}`
}

function reviewText(review: MergeReview): string {
  const { bringsNothing, together, conflicts } = review
  if (bringsNothing) return 'The other copy has nothing that is not here.'
  const { added, trashed, purged, kept, changed } = together
  return [
    named('new', added),
    changed.fields === 0
      ? null
      : `${plural(changed.fields, 'changed field')} in ${plural(changed.items, 'item')}: ${changed.fromHere} from here, ${changed.fromThere} from there`,
    named('trashed there', trashed),
    named('purged there', purged),
    named('purged on one side and changed on the other, kept as new', kept),
    keysText(review),
    conflictsText(conflicts)
  ]
    .filter((line) => line !== null && line !== '')
    .join('\n')
}

function keysText({ takesKeys }: MergeReview): string {
  return takesKeys
    ? 'The master password of the other copy was changed later; it is the one of this vault from now on.'
    : ''
}

function conflictsText(items: readonly ComparedItem[]): string {
  const lines = items.flatMap(({ title, fields }) =>
    fields.map(({ label, field, later }) => {
      const name = label === '' ? field : label.replace(/^field\./, '')
      return `  ${oneLine(title)}: ${oneLine(name)} (the one ${later === 'mine' ? 'from here' : 'from there'} is later)`
    })
  )
  return lines.length === 0 ? '' : ['Changed on both sides:', ...lines].join('\n')
}

function named(what: string, { count, titles }: Titles): string | null {
  if (count === 0) return null
  const more = count > titles.length ? ', …' : ''
  return `${plural(count, 'item')} ${what}: ${titles.map(oneLine).join(', ')}${more}`
}

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
