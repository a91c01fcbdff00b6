import type { Command } from 'commander'
import type { ShareTo } from '../../shared/share-views.ts'
import type { Session } from '../../vault/session.ts'
import { replaceWithBytes } from '../../vault/storage/atomic-write.ts'
import { fieldNamed } from '../item-fields.ts'
import { collect } from '../option-values.ts'
import { askNewSecret } from '../secret-input.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

type Flags = VaultFlags & { readonly to?: readonly string[]; readonly fields?: string; readonly out?: string }

export function addShare(program: Command): void {
  openOptions(program.command('share'))
    .argument('<item>', 'id, beginning of the id, or exact title')
    .description('seal one item for somebody else, as lines of text; without --to for a passphrase that is asked for')
    .option('--to <key>', 'an age key (age1…), or the name of one that the vault keeps; may be repeated', collect)
    .option('--fields <fields>', 'only these, by id or label, separated by commas; default: all, with attachments')
    .option('--out <file>', 'write it there instead of printing it')
    .action(share)
}

async function share(path: string, item: string, flags: Flags): Promise<void> {
  await withVault(path, 'read', flags, async (session, { fs }) => {
    const detail = await session.item(session.find(item))
    const fields = flags.fields?.split(',').map((name) => fieldNamed(detail, name.trim()).id)
    const to = await audience(session, flags.to)
    const sealed = await session.shareItem({ item: detail.id, fields, to })
    if (flags.out === undefined) process.stdout.write(sealed)
    else await replaceWithBytes(fs, { path: flags.out, replace: false }, sealed)
  })
}

async function audience(session: Session, to: readonly string[] | undefined): Promise<ShareTo> {
  if (to === undefined) return { passphrase: await askNewSecret('Passphrase for this share') }
  const kept = session.recipients()
  return { recipients: to.map((text) => kept.find(({ name }) => name === text)?.key ?? text) }
}
