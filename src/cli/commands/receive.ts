import type { Command } from 'commander'
import { openOptions } from '../vault-options.ts'
import { type ImportFlags, runImport } from './import.ts'

export function addReceive(program: Command): void {
  openOptions(program.command('receive'))
    .argument('<file>', 'what somebody has shared')
    .description('bring in what was shared with this vault; a passphrase is asked for where it has one')
    .option('--preview', 'say what would come in, and change nothing')
    .action(async (path: string, file: string, flags: ImportFlags) =>
      runImport(path, file, { ...flags, format: 'age' })
    )
}
