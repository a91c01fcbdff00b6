import type { Command } from 'commander'
import type { FieldView, ItemDetail } from '../../shared/item-views.ts'
import type { Session } from '../../vault/session.ts'
import { fieldNamed, labelOf } from '../item-fields.ts'
import { date, oneLine, print, printable, table } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

type Flags = VaultFlags & { reveal?: boolean; field?: string }

/** The mask has one length, whatever it hides. */
const MASK = '••••••••••••'

export function addShow(program: Command): void {
  openOptions(program.command('show'))
    .argument('<item>', 'id, beginning of the id, or exact title')
    .description('show an item; concealed values stay masked unless --reveal')
    .option('--field <field>', 'only the value of this field, by id or label')
    .option('--reveal', 'show concealed values in the clear')
    .action(show)
}

async function show(path: string, item: string, flags: Flags): Promise<void> {
  await withVault(path, 'read', flags, async (session) => {
    const detail = await session.item(session.find(item))
    if (flags.field !== undefined) return showField(session, detail, flags.field, flags)
    const fields = await Promise.all(
      detail.fields.map(async (field) => ({
        ...field,
        value: await valueOf(session, detail, field, flags.reveal ?? false)
      }))
    )
    print({ json: { ...detail, fields }, text: itemText(detail, fields) }, flags.json ?? false)
  })
}

async function showField(session: Session, detail: ItemDetail, name: string, flags: Flags): Promise<void> {
  const field = fieldNamed(detail, name)
  const value = await valueOf(session, detail, field, flags.reveal ?? false)
  print({ json: { id: field.id, label: labelOf(field), value }, text: value ?? MASK }, flags.json ?? false)
}

/** null where the value stays concealed. */
async function valueOf(
  session: Session,
  detail: ItemDetail,
  field: FieldView,
  reveal: boolean
): Promise<string | null> {
  if (!field.concealed) return field.value
  if (field.empty) return ''
  return reveal ? session.reveal(detail.id, field.id) : null
}

function itemText(detail: ItemDetail, fields: readonly { id: string; label: string; value: string | null }[]): string {
  const rows = [
    ['title', oneLine(detail.title)],
    ['type', detail.type],
    ...fields
      .filter((field) => field.value !== '')
      .map((field) => [field.id, field.value === null ? MASK : printable(field.value)]),
    ...detail.attachments.map(({ name, size }) => ['file', `${oneLine(name)} (${size} bytes)`]),
    ...(detail.tags.length === 0 ? [] : [['tags', detail.tags.map(oneLine).join(', ')]]),
    ['id', detail.id],
    ['changed', date(detail.changedAt)],
    ...(detail.trashedAt === null ? [] : [['trashed', date(detail.trashedAt)]])
  ]
  return table(rows)
}
