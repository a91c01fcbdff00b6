import type { Command } from 'commander'
import { fillTemplate, parseTemplate, referencesIn } from '../../core/references/template.ts'
import { utf8Bytes } from '../../core/vault/text.ts'
import { replaceWithBytes } from '../../vault/storage/atomic-write.ts'
import { readTextFile } from '../read-text-file.ts'
import { resolveReferences } from '../resolve-references.ts'
import { type OpenFlags, withVault } from '../vault-access.ts'

type Flags = OpenFlags & { readonly out?: string; readonly replace?: boolean }

export function addInject(program: Command): void {
  program
    .command('inject')
    .argument('<vault>', 'the vault file')
    .argument('<template>', 'a text file with {{ coffer://item/field }} in it')
    .description('fill a template with values of the vault, in the clear')
    .option('--out <file>', 'write it there, for its owner alone, instead of printing it')
    .option('--replace', 'with --out: replace a file that is there')
    .option('--recovery-phrase', 'unlock with the recovery phrase instead of the master password')
    .option('--accept-older', 'open a file that is older than the one last seen on this computer')
    .action(inject)
}

async function inject(path: string, template: string, flags: Flags): Promise<void> {
  const parts = parseTemplate(await readTextFile(template))
  await withVault(path, 'read', flags, async (session, { fs }) => {
    const text = fillTemplate(parts, await resolveReferences(session, referencesIn(parts)))
    if (flags.out === undefined) process.stdout.write(text)
    else await replaceWithBytes(fs, { path: flags.out, replace: flags.replace ?? false }, utf8Bytes(text))
  })
}
