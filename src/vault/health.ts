import { FINDINGS, type FindingKind, healthReport, USUAL_RULES } from '../core/vault/health.ts'
import { type Change, VAULT_ITEM } from '../core/vault/change.ts'
import type { FoldedVault } from '../core/vault/fold.ts'
import { isObject } from '../core/vault/json.ts'
import type { ListProperties } from '../core/vault/list-properties.ts'
import { offersOneTimeCode } from '../core/vault/sites-with-codes.ts'
import { stampTime } from '../core/vault/stamp.ts'
import type { HealthView, IgnoredFinding, ScorePoint } from '../shared/health-views.ts'
import { breachStatusOf } from './breaches/kept-breaches.ts'
import type { BuildChanges } from './item/change-items.ts'
import { judgedItems } from './judged-items.ts'
import type { OpenedVault } from './opened-vault.ts'
import type { VaultStore } from './vault-store.ts'

/**
 * The health of an open vault. It reads fingerprints, strength and dates; of items that can expire it reads the details
 * too, for their date. No concealed value is opened.
 */
export async function vaultHealth(opened: OpenedVault, now: number): Promise<HealthView> {
  const { folded } = opened
  const items = await judgedItems(opened)
  const ignored = ignoredFindings(folded)
  const names = new Set(ignored.map(({ kind, item }) => `${kind} ${item}`))
  const isIgnored = (kind: FindingKind, item: string): boolean => names.has(`${kind} ${item}`)
  const rules = { ...USUAL_RULES, now, offersCode: offersOneTimeCode, isIgnored }
  const { findings, shared, duplicates, score } = healthReport(items, rules)
  const named = [findings, ignored].flatMap((all) => all.map(({ item }) => item))
  const shown = new Set([...named, ...shared.flatMap((group) => group.items), ...duplicates.flat()])
  return {
    score,
    findings: [...findings],
    shared: shared.map((group) => ({ ...group, items: [...group.items] })),
    duplicates: duplicates.map((group) => [...group]),
    ignored,
    items: [...shown].map((id) => nameOf(id, folded.list(id))),
    trend: scoreTrend(folded),
    breaches: breachStatusOf(folded, items)
  }
}

const nameOf = (id: string, list: ListProperties | undefined) => ({
  id,
  title: list?.title ?? '',
  username: list?.subtitle ?? ''
})

const IGNORED = 'ignored:'
const SCORE = 'score:'

function ignoredFindings(folded: FoldedVault): IgnoredFinding[] {
  const found: IgnoredFinding[] = []
  for (const [name, { at, value }] of folded.vaultProperties()) {
    if (!name.startsWith(IGNORED) || !isObject(value)) continue
    const [kind, item] = name.slice(IGNORED.length).split(':')
    const { reason } = value as { reason?: unknown }
    if (isFindingKind(kind) && item !== undefined && folded.has(item))
      found.push({ kind, item, reason: typeof reason === 'string' ? reason : '', at: stampTime(at) })
  }
  return found.toSorted((a, b) => b.at - a.at)
}

const isFindingKind = (kind: unknown): kind is FindingKind => FINDINGS.some((each) => each === kind)

/** A null reason takes the finding seriously again. */
export function ignoreFinding(kind: FindingKind, items: readonly string[], reason: string | null): BuildChanges {
  return ({ folded }, at) => {
    const known = items.filter((item) => folded.has(item))
    const set = Object.fromEntries(
      known.map((item) => [`${IGNORED}${kind}:${item}`, reason === null ? null : { reason }])
    )
    return known.length === 0 ? [] : [{ item: VAULT_ITEM, at, set } satisfies Change]
  }
}

/** One number a week is kept, the last of it: a year of the trend costs a few hundred bytes. */
export async function keepScore(store: VaultStore, score: number, now: number): Promise<void> {
  if (store.readOnly()) return
  const name = SCORE + weekOf(now)
  const known = store.opened().folded.vaultProperties().get(name)?.value
  if (known !== score) await store.save((_opened, at) => [{ item: VAULT_ITEM, at, set: { [name]: score } }])
}

const WEEKS_SHOWN = 26

export function scoreTrend(folded: FoldedVault): ScorePoint[] {
  const points: ScorePoint[] = []
  for (const [name, { value }] of folded.vaultProperties()) {
    if (name.startsWith(SCORE) && typeof value === 'number')
      points.push({ week: name.slice(SCORE.length), score: value })
  }
  return points.toSorted((a, b) => (a.week < b.week ? -1 : 1)).slice(-WEEKS_SHOWN)
}

/** The Monday of the week, UTC, as `2026-11-23`: it sorts, and two devices name it alike. */
export function weekOf(now: number): string {
  const day = 24 * 60 * 60 * 1000
  const sinceMonday = (Math.floor(now / day) + 3) % 7
  return new Date(now - sinceMonday * day).toISOString().slice(0, 10)
}
