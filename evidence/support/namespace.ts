import { execFileSync } from 'node:child_process'

/** How to run a program with mounts or networks of its own; null where the system allows none. */
export function namespaceOf(...kinds: readonly string[]): readonly string[] | null {
  if (process.platform !== 'linux') return null
  for (const flags of [kinds, ['--map-root-user', ...kinds]]) {
    const probe = kinds.includes('--mount') ? ['mount', '-t', 'tmpfs', 'tmpfs', '/mnt'] : ['true']
    try {
      execFileSync('unshare', [...flags, ...probe], { stdio: 'ignore' })
      return ['unshare', ...flags]
    } catch {
      // Not with these rights; perhaps as root of a namespace of one's own.
    }
  }
  return null
}

export function hasCommand(name: string): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v "$0"', name], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
