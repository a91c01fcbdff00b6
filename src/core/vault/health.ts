/**
 * What is wrong with the passwords of a vault, from what is known without opening one: fingerprints tell which are the
 * same, bits how hard they are to guess, stamps how old they are. Pure; the same input gives the same report.
 */

/** A concealed value that somebody could guess: a password, a passphrase, an API secret. */
export type HealthSecret = {
  readonly field: string
  readonly fingerprint: string
  readonly bits: number
  /** When it was set, in milliseconds since 1970. */
  readonly at: number
  /** How often it stands in known breaches, to the power of ten; 0 where it does not, or was not looked for. */
  readonly seen: number
}

export type HealthItem = {
  readonly id: string
  readonly title: string
  readonly username: string
  /** Hosts of its web addresses, without `www.`. */
  readonly hosts: readonly string[]
  readonly secrets: readonly HealthSecret[]
  readonly hasCode: boolean
  /** The end of its life, in milliseconds since 1970. */
  readonly expiresAt: number | null
}

export const FINDINGS = ['breached', 'weak', 'reused', 'old', 'expiring', 'noCode', 'duplicate'] as const
export type FindingKind = (typeof FINDINGS)[number]

export type Finding =
  | { readonly kind: 'breached'; readonly item: string; readonly field: string; readonly seen: number }
  | { readonly kind: 'weak'; readonly item: string; readonly field: string; readonly bits: number }
  | { readonly kind: 'old'; readonly item: string; readonly field: string; readonly since: number }
  | { readonly kind: 'expiring'; readonly item: string; readonly at: number }
  | { readonly kind: 'noCode'; readonly item: string }

/** Items that hold one and the same secret; `gain` is what the score wins when all but one get their own. */
export type SharedSecret = { readonly items: readonly string[]; readonly bits: number; readonly gain: number }

export type HealthReport = {
  /** 0 to 100; 100 for a vault without secrets. */
  readonly score: number
  readonly findings: readonly Finding[]
  readonly shared: readonly SharedSecret[]
  /** Items that name the same account of the same site. */
  readonly duplicates: readonly (readonly string[])[]
  readonly ignored: number
}

export type HealthRules = {
  readonly now: number
  readonly weakBelowBits: number
  readonly oldAfterMs: number
  readonly expiringWithinMs: number
  /** Whether the site offers one-time codes. */
  readonly offersCode: (host: string) => boolean
  /** Whether the user has said that this finding of this item does not matter. */
  readonly isIgnored: (kind: FindingKind, item: string) => boolean
}

const DAY = 24 * 60 * 60 * 1000
export const USUAL_RULES = { weakBelowBits: 45, oldAfterMs: 3 * 365 * DAY, expiringWithinMs: 30 * DAY } as const

/** What one item loses of its one point. A secret that is in every attacker's list is the worst that can be said of it. */
const LOSS = { breached: 0.9, weak: 0.8, reused: 0.6, old: 0.15, expiring: 0.1, noCode: 0.2 } as const

export function healthReport(items: readonly HealthItem[], rules: HealthRules): HealthReport {
  const all = items.flatMap((item) => findingsOf(item, rules))
  const found = all.filter(({ kind, item }) => !rules.isIgnored(kind, item))
  const groups = sharedGroups(items)
  const shared = groups.map((group) => ({
    ...group,
    items: group.items.filter((id) => !rules.isIgnored('reused', id))
  }))
  const kept = shared.filter((group) => group.items.length > 1)
  const same = duplicateGroups(items)
  const duplicates = same
    .map((ids) => ids.filter((id) => !rules.isIgnored('duplicate', id)))
    .filter((ids) => ids.length > 1)
  const score = scorer(items, found, kept)
  return {
    score: score(null),
    findings: found,
    shared: kept
      .map((group) => ({ ...group, gain: Math.max(0, score(group) - score(null)) }))
      .toSorted((a, b) => b.gain - a.gain || b.items.length - a.items.length || a.bits - b.bits),
    duplicates,
    ignored: all.length - found.length + countIgnored(groups, kept) + countIgnored(asGroups(same), asGroups(duplicates))
  }
}

function findingsOf(item: HealthItem, rules: HealthRules): Finding[] {
  const found: Finding[] = []
  for (const { field, bits, at, seen } of item.secrets) {
    if (seen > 0) found.push({ kind: 'breached', item: item.id, field, seen })
    if (bits < rules.weakBelowBits) found.push({ kind: 'weak', item: item.id, field, bits })
    if (rules.now - at > rules.oldAfterMs) found.push({ kind: 'old', item: item.id, field, since: at })
  }
  if (item.expiresAt !== null && item.expiresAt - rules.now < rules.expiringWithinMs)
    found.push({ kind: 'expiring', item: item.id, at: item.expiresAt })
  if (!item.hasCode && item.secrets.length > 0 && item.hosts.some(rules.offersCode))
    found.push({ kind: 'noCode', item: item.id })
  return found
}

type Group = { readonly items: readonly string[]; readonly bits: number }

function sharedGroups(items: readonly HealthItem[]): readonly Group[] {
  const groups = new Map<string, { items: Set<string>; bits: number }>()
  for (const { id, secrets } of items) {
    for (const { fingerprint, bits } of secrets) {
      const known = groups.get(fingerprint)
      if (known === undefined) groups.set(fingerprint, { items: new Set([id]), bits })
      else known.items.add(id)
    }
  }
  return [...groups.values()]
    .filter((group) => group.items.size > 1)
    .map(({ items: ids, bits }) => ({ items: [...ids], bits }))
}

/** The same account of the same site; without a site, the same title, account and secret. */
function duplicateGroups(items: readonly HealthItem[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const item of items) {
    const key = sameness(item)
    if (key === null) continue
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [item.id])
    else known.push(item.id)
  }
  return [...groups.values()].filter((ids) => ids.length > 1)
}

function sameness({ title, username, hosts, secrets }: HealthItem): string | null {
  const account = username.trim().toLowerCase()
  if (hosts.length > 0) return account === '' ? null : JSON.stringify([hosts.toSorted()[0], account])
  const secret = secrets[0]?.fingerprint
  return secret === undefined ? null : JSON.stringify(['', title.trim().toLowerCase(), account, secret])
}

/** The score as it is, and as if the secrets of one group were no longer shared. */
function scorer(items: readonly HealthItem[], found: readonly Finding[], shared: readonly Group[]) {
  const counted = new Set(items.filter(({ secrets }) => secrets.length > 0).map(({ id }) => id))
  const own = new Map<string, number>()
  for (const { item, kind } of found) own.set(item, (own.get(item) ?? 0) + LOSS[kind])
  const sharing = new Map<string, number>()
  for (const id of shared.flatMap((group) => group.items)) sharing.set(id, (sharing.get(id) ?? 0) + 1)
  const left = (id: string, groups: number): number =>
    Math.max(0, 1 - (own.get(id) ?? 0) - (groups > 0 ? LOSS.reused : 0))
  const all = [...counted].reduce((sum, id) => sum + left(id, sharing.get(id) ?? 0), 0)
  return (without: Group | null): number => {
    const gains = (without?.items ?? []).map(
      (id) => left(id, (sharing.get(id) ?? 0) - 1) - left(id, sharing.get(id) ?? 0)
    )
    return outOf100(
      gains.reduce((sum, gain) => sum + gain, all),
      counted.size
    )
  }
}

/** Rounded down, so that 100 means that nothing was found; the little that is added is what adding fractions loses. */
const outOf100 = (left: number, counted: number): number =>
  counted === 0 ? 100 : Math.floor((100 * left) / counted + 1e-9)

const asGroups = (ids: readonly (readonly string[])[]): readonly Group[] => ids.map((items) => ({ items, bits: 0 }))

function countIgnored(all: readonly Group[], kept: readonly Group[]): number {
  const shown = new Set(kept.flatMap(({ items }) => items))
  return new Set(all.flatMap(({ items }) => items).filter((id) => !shown.has(id))).size
}
