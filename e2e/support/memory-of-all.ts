import { existsSync } from 'node:fs'
import type { ElectronApplication } from '@playwright/test'
import { type Needle, searchMemory } from '../../evidence/support/memory-search.ts'
import { appProcesses } from './app-processes.ts'

/** Kind of process → name of what was looked for → how often it was found in all processes of that kind. */
export type Found = Readonly<Record<string, Readonly<Record<string, number>>>>

export async function memoryOfAll(app: ElectronApplication, needles: readonly Needle[]): Promise<Found> {
  const found: Record<string, Record<string, number>> = {}
  for (const { pid, kind } of await appProcesses(app)) {
    // Chromium ends processes whenever it likes.
    if (!existsSync(`/proc/${pid}/maps`)) continue
    const ofKind = (found[kind] ??= {})
    for (const [name, count] of searchMemory(pid, needles)) ofKind[name] = (ofKind[name] ?? 0) + count
  }
  return found
}

/** `renderer: titles × 3`, for whatever of these was found in processes that `where` names. */
export function hits(
  found: Found,
  needles: readonly Needle[],
  where: (kind: string) => boolean = () => true
): readonly string[] {
  return Object.entries(found)
    .filter(([kind]) => where(kind))
    .flatMap(([kind, counts]) =>
      needles.filter(({ name }) => (counts[name] ?? 0) > 0).map(({ name }) => `${kind}: ${name} × ${counts[name] ?? 0}`)
    )
}
