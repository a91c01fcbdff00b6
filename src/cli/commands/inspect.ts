import type { Command } from 'commander'
import { type FileInspection, inspectFile } from '../../vault/inspect-file.ts'
import { nodeFs } from '../../vault/storage/vault-fs.ts'
import { print, table } from '../output.ts'

export function addInspect(program: Command): void {
  program
    .command('inspect')
    .argument('<vault>', 'the vault file')
    .description('what the file shows to anyone: no password is needed')
    .option('--json', 'answer in JSON')
    .action(async (path: string, flags: { json?: boolean }) => {
      const inspection = await inspectFile(nodeFs, path)
      print({ json: inspection, text: inspectionText(inspection) }, flags.json ?? false)
    })
}

function inspectionText(seen: FileInspection): string {
  return table([
    ['format', String(seen.formatVersion)],
    ['vault id', seen.vaultId],
    ['key epoch', String(seen.keyEpoch)],
    ...seen.slots.map((slot) => [
      'slot',
      slot.kind === 'password'
        ? `password, Argon2id ${slot.memoryKiB / 1024} MiB × ${slot.passes} passes × ${slot.lanes} lanes`
        : 'recovery phrase'
    ]),
    ['size', `${seen.size} bytes`],
    ['frames', seen.frames === null ? 'the lengths do not add up: damaged, or cut' : String(seen.frames)]
  ])
}
