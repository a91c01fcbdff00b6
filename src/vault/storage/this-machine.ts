import { execFile } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { promisify } from 'node:util'

/** Who takes a lock. Null where the system does not tell. */
export type LockOwner = {
  readonly host: string
  readonly pid: number
  /** Changes with every start of the machine. */
  readonly bootId: string | null
  /** Containers count their processes apart although they share host and boot. */
  readonly pidSpace: string | null
  /** When the process began, in ticks since the boot: a process id is used again. */
  readonly startedAt: string | null
}

export function thisProcess(): LockOwner {
  return {
    host: hostname(),
    pid: process.pid,
    bootId: told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidSpace: told(() => readlinkSync('/proc/self/ns/pid')),
    startedAt: processStart(process.pid)
  }
}

/** Null when there is no such process, or no way to ask. */
export function processStart(pid: number): string | null {
  // Field 22; the name in field 2 may hold spaces and brackets.
  return told(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  })
}

/** Signal 0 only asks. A process of another user is alive too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * A text that stays the same on one installation of an operating system and is another on a copied profile's machine.
 * Not a secret, but it identifies the machine: keep a hash of it only. Falls back to the name of the host.
 */
export async function machineId(linuxFiles: readonly string[] = LINUX_FILES): Promise<string> {
  const id = process.platform === 'linux' ? firstText(linuxFiles) : await askedId()
  return id ?? `host ${hostname()}`
}

const LINUX_FILES = ['/etc/machine-id', '/var/lib/dbus/machine-id']

function firstText(paths: readonly string[]): string | null {
  const texts = paths.map((path) => told(() => readFileSync(path, 'utf8').trim()))
  return texts.find((text) => text !== null) ?? null
}

async function askedId(): Promise<string | null> {
  const [command, args, pattern] =
    process.platform === 'darwin'
      ? (['/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'], /"IOPlatformUUID" = "([^"]+)"/] as const)
      : ([
          `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\reg.exe`,
          ['query', 'HKLM\\SOFTWARE\\Microsoft\\Cryptography', '/v', 'MachineGuid'],
          /MachineGuid\s+REG_SZ\s+(\S+)/
        ] as const)
  try {
    const { stdout } = await promisify(execFile)(command, args, { timeout: 5000 })
    return pattern.exec(stdout)?.[1] ?? null
  } catch {
    return null
  }
}

/** An empty answer is none: /etc/machine-id is empty in an image that was not started yet. */
function told(ask: () => string | undefined): string | null {
  try {
    return ask() || null
  } catch {
    return null
  }
}
