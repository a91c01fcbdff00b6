import type { Command } from 'commander'
import { parseEnvFile } from '../../core/references/env-file.ts'
import { looksLikeReference } from '../../core/references/reference.ts'
import { fillTemplate, parseValue, referencesIn, type TemplatePart } from '../../core/references/template.ts'
import { collect } from '../option-values.ts'
import { readTextFile } from '../read-text-file.ts'
import { resolveReferences } from '../resolve-references.ts'
import { runChild } from '../run-child.ts'
import { UsageError } from '../usage-error.ts'
import { type OpenFlags, withVault } from '../vault-access.ts'

type Flags = OpenFlags & { readonly env?: readonly string[]; readonly masking: boolean }
type Variables = ReadonlyMap<string, readonly TemplatePart[]>

export function addRun(program: Command): void {
  program
    .command('run')
    .argument('<vault>', 'the vault file')
    .argument('<command...>', 'the program and its arguments, behind --')
    .description('run a program with values of the vault in its environment, and mask them in what it writes')
    .option('--env <file>', 'NAME=value lines; values may be or hold references (coffer://item/field)', collect)
    .option('--no-masking', 'hand the terminal over and mask nothing')
    .option('--recovery-phrase', 'unlock with the recovery phrase instead of the master password')
    .option('--accept-older', 'open a file that is older than the one last seen on this computer')
    .action(run)
}

async function run(path: string, [command = '', ...args]: readonly string[], flags: Flags): Promise<void> {
  const variables = await variablesFrom(flags.env ?? [])
  const references = [...variables.values()].flatMap(referencesIn)
  const values = await withVault(path, 'read', flags, async (session) => resolveReferences(session, references))
  const environment = { ...process.env }
  for (const [name, parts] of variables) environment[name] = fillTemplate(parts, values)
  const secrets = flags.masking ? [...values.values()] : []
  process.exitCode = await runChild({ command, args, environment, secrets })
}

/** A reference that is in our own environment already counts as well; what a file says goes before. */
async function variablesFrom(files: readonly string[]): Promise<Variables> {
  const inherited = Object.entries(process.env).flatMap(([name, value = '']) =>
    looksLikeReference(value) ? [[name, value] as const] : []
  )
  const listed = await Promise.all(files.map(async (file) => envFile(file)))
  return new Map([...inherited, ...listed.flat()].map(([name, value]) => [name, parseValue(value)]))
}

async function envFile(file: string): Promise<readonly (readonly [string, string])[]> {
  const text = await readTextFile(file)
  try {
    return [...parseEnvFile(text)]
  } catch (error) {
    const line = error instanceof Error && 'detail' in error ? (error.detail as { line?: number }).line : undefined
    if (line === undefined) throw error
    throw new UsageError(`Line ${line} of ${file} is not NAME=value.`)
  }
}
