import { isObject, type Json } from './json.ts'
import type { Access } from './journal.ts'

/** Of which items it is noted what was done with them: of those that open other systems, of all, or of none. */
export const JOURNAL_POLICIES = ['infrastructure', 'all', 'none'] as const
export type JournalPolicy = (typeof JOURNAL_POLICIES)[number]

/** What others depend on, and what several people may be asked about. */
const INFRASTRUCTURE: ReadonlySet<string> = new Set(['api', 'database', 'server', 'ssh-key', 'certificate'])

/** What the vault's `policy` says, or what holds where it says nothing that is known. */
export function journalPolicy(policy: Json | undefined): JournalPolicy {
  const said = isObject(policy ?? null) ? (policy as Record<string, Json>)['journal'] : undefined
  return JOURNAL_POLICIES.find((each) => each === said) ?? 'infrastructure'
}

/** The vault's `policy` with this in it; what else it says stays. */
export function withJournalPolicy(policy: Json | undefined, journal: JournalPolicy): Json {
  return { ...(isObject(policy ?? null) ? (policy as Record<string, Json>) : {}), journal }
}

/** Whether items of this type are covered. */
export function covers(policy: JournalPolicy, type: string): boolean {
  return policy === 'all' || (policy === 'infrastructure' && INFRASTRUCTURE.has(type))
}

/**
 * Whether to note it. What concerns the whole vault or its keys is noted whatever the policy: else the way to take all
 * of it out unseen would be to change the policy first.
 */
export function isNoted(policy: JournalPolicy, { item }: Access, type: string): boolean {
  return item === undefined || covers(policy, type)
}
