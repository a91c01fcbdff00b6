import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Whether all of these are installed; tests against other programs skip, visibly, where they are not. */
export const hasPrograms = (...names: readonly string[]): boolean => names.every(isInstalled)

function isInstalled(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

export type Ran = { readonly code: number | null; readonly stdout: Buffer; readonly stderr: string }

export function run(program: string, args: readonly string[], options: { input?: string; cwd?: string } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, { maxBuffer: 2 ** 28, ...options })
  return { code: status, stdout, stderr: String(stderr) }
}

/** Runs a program at a terminal of its own and types into it whenever it asks for a passphrase. */
export function runTyping(typed: string, program: string, args: readonly string[]): Ran {
  const driver = [
    'import os, pty, sys',
    'typed = sys.stdin.readline().encode()',
    'pid, terminal = pty.fork()',
    'if pid == 0: os.execvp(sys.argv[1], sys.argv[1:])',
    'seen = b""',
    'while True:',
    '  try: piece = os.read(terminal, 4096)',
    '  except OSError: break',
    '  if not piece: break',
    '  seen += piece',
    '  while b"assphrase" in seen and b": " in seen.split(b"assphrase", 1)[1]:',
    '    os.write(terminal, typed)',
    '    seen = seen.split(b"assphrase", 1)[1].split(b": ", 1)[1]',
    'sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))'
  ].join('\n')
  return run('python3', ['-c', driver, program, ...args], { input: `${typed}\n` })
}
