import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { VaultError } from '../core/errors.ts'
import { actAs } from './acting.ts'
import { COMMANDS } from './commands.ts'
import { errorSentence } from './error-text.ts'
import { EXIT, exitCodeOf } from './exit-code.ts'
import { closeInput } from './secret-input.ts'
import { UsageError } from './usage-error.ts'

/** From the package that this file was built into, two folders up. */
function installedVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** With the one command that `args` names; with all of them where they name none, for help and for hints. */
async function createProgram(args: readonly string[]): Promise<Command> {
  const program = new Command('coffer')
    .description(
      'Coffer on the command line. Secrets are asked for, or read line by line from standard input; never given as arguments.'
    )
    .version(installedVersion())
    .exitOverride()
    .showHelpAfterError('(--help tells more)')
    .hook('preAction', (_program, command) => actAs(command.name()))
  for (const load of commandsFor(args)) (await load())(program)
  for (const command of program.commands) command.exitOverride().showHelpAfterError('(--help tells more)')
  return program
}

function commandsFor([name = '']: readonly string[]): readonly (typeof COMMANDS)[string][] {
  if (name === '--version' || name === '-V') return []
  const asked = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  return asked === undefined ? Object.values(COMMANDS) : [asked]
}

/** Runs one command and gives the exit code; every failure is one sentence on standard error. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const program = await createProgram(args)
    await program.parseAsync(args, { from: 'user' })
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
