import type { Command } from 'commander'
import { allRows, rowsAnswer } from '../list-rows.ts'
import { wholeNumber } from '../option-values.ts'
import { print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

type Flags = VaultFlags & { most: number; trash?: boolean }

export function addSearch(program: Command): void {
  openOptions(program.command('search'))
    .argument('<words>', 'what to look for in titles, second lines, tags, addresses and open fields')
    .description('find items, the best match first')
    .option('--most <n>', 'how many at most', wholeNumber, 50)
    .option('--trash', 'search the trash')
    .action(search)
}

async function search(path: string, words: string, flags: Flags): Promise<void> {
  await withVault(path, 'read', flags, async (session) => {
    const filter = flags.trash ? ({ of: 'trash' } as const) : ({ of: 'all' } as const)
    const { most } = flags
    const rows =
      words.trim() === ''
        ? allRows(session, { filter, text: '', sort: 'title', descending: false, most })
        : await session.searchOnce({ filter, text: words, most })
    print(rowsAnswer(rows), flags.json ?? false)
  })
}
