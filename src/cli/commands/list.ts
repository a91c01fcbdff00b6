import type { Command } from 'commander'
import { Option } from 'commander'
import type { ListFilter, ListSort } from '../../shared/list-views.ts'
import { allRows, rowsAnswer } from '../list-rows.ts'
import { print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

type Flags = VaultFlags & {
  type?: string
  tag?: string
  favorites?: boolean
  trash?: boolean
  due?: boolean
  sort: ListSort
  descending?: boolean
}

export function addList(program: Command): void {
  openOptions(program.command('list'))
    .description('list the items: id, type, title, second line')
    .option('--type <type>', 'only items of this type')
    .option('--tag <tag>', 'only items with this tag')
    .option('--favorites', 'only favourites')
    .option('--trash', 'what is in the trash')
    .option('--due', 'what has ended, is to be changed, or will within 30 days')
    .addOption(new Option('--sort <by>', 'order').choices(['title', 'changed', 'created']).default('title'))
    .option('--descending', 'the other way round')
    .action(list)
}

async function list(path: string, flags: Flags): Promise<void> {
  await withVault(path, 'read', flags, async (session) => {
    const rows = allRows(session, {
      filter: filterOf(flags),
      text: '',
      sort: flags.sort,
      descending: flags.descending ?? false
    })
    print(rowsAnswer(rows), flags.json ?? false)
  })
}

function filterOf(flags: Flags): ListFilter {
  if (flags.trash) return { of: 'trash' }
  if (flags.due) return { of: 'due' }
  if (flags.favorites) return { of: 'favorites' }
  if (flags.type !== undefined) return { of: 'type', type: flags.type }
  if (flags.tag !== undefined) return { of: 'tag', tag: flags.tag }
  return { of: 'all' }
}
