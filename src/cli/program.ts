import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { VaultError } from '../core/errors.ts'
import { actAs } from './acting.ts'
import { addAdd } from './commands/add.ts'
import { addAttach } from './commands/attach.ts'
import { addBackup } from './commands/backup.ts'
import { addBreaches } from './commands/breaches.ts'
import { addCompact } from './commands/compact.ts'
import { addCreate } from './commands/create.ts'
import { addDetach } from './commands/detach.ts'
import { addEdit } from './commands/edit.ts'
import { addExport } from './commands/export.ts'
import { addGenerate } from './commands/generate.ts'
import { addHealth } from './commands/health.ts'
import { addIdentity } from './commands/identity.ts'
import { addInject } from './commands/inject.ts'
import { addImport } from './commands/import.ts'
import { addInspect } from './commands/inspect.ts'
import { addJournal } from './commands/journal.ts'
import { addList } from './commands/list.ts'
import { addMerge } from './commands/merge.ts'
import { addPasswd } from './commands/passwd.ts'
import { addRead } from './commands/read.ts'
import { addReceive } from './commands/receive.ts'
import { addRecipients } from './commands/recipients.ts'
import { addRecover } from './commands/recover.ts'
import { addRestore } from './commands/restore.ts'
import { addRun } from './commands/run.ts'
import { addSalvage } from './commands/salvage.ts'
import { addSaveAttachment } from './commands/save-attachment.ts'
import { addSearch } from './commands/search.ts'
import { addShare } from './commands/share.ts'
import { addShow } from './commands/show.ts'
import { addTotp } from './commands/totp.ts'
import { addTrash } from './commands/trash.ts'
import { addUnlockCheck } from './commands/unlock-check.ts'
import { addVerify } from './commands/verify.ts'
import { errorSentence } from './error-text.ts'
import { EXIT, exitCodeOf } from './exit-code.ts'
import { closeInput } from './secret-input.ts'
import { UsageError } from './usage-error.ts'

const COMMANDS = [
  addCreate,
  addUnlockCheck,
  addList,
  addSearch,
  addShow,
  addAdd,
  addEdit,
  addTrash,
  addGenerate,
  addHealth,
  addJournal,
  addBreaches,
  addTotp,
  addAttach,
  addSaveAttachment,
  addDetach,
  addPasswd,
  addRecover,
  addBackup,
  addExport,
  addVerify,
  addRestore,
  addSalvage,
  addMerge,
  addCompact,
  addInspect,
  addImport,
  addShare,
  addReceive,
  addIdentity,
  addRecipients,
  addRead,
  addInject,
  addRun
]

/** From the package that this file was built into, two folders up. */
function installedVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

export function createProgram(): Command {
  const program = new Command('coffer')
    .description(
      'Coffer on the command line. Secrets are asked for, or read line by line from standard input; never given as arguments.'
    )
    .version(installedVersion())
    .exitOverride()
    .showHelpAfterError('(--help tells more)')
    .hook('preAction', (_program, command) => actAs(command.name()))
  for (const add of COMMANDS) add(program)
  for (const command of program.commands) command.exitOverride().showHelpAfterError('(--help tells more)')
  return program
}

/** Runs one command and gives the exit code; every failure is one sentence on standard error. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: 'user' })
    return Number(process.exitCode ?? EXIT.done)
  } catch (error) {
    return report(error)
  } finally {
    closeInput()
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    return EXIT.usage
  }
  const known = error instanceof VaultError ? error : new VaultError('INTERNAL')
  process.stderr.write(`${errorSentence(known)}\n`)
  if (!(error instanceof VaultError) && process.env['COFFER_DEBUG'] && error instanceof Error)
    process.stderr.write(`${error.stack ?? ''}\n`)
  return exitCodeOf(known.code)
}
