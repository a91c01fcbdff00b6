import { type Change, VAULT_ITEM } from '../../core/vault/change.ts'
import { advance, greatestStamp } from '../../core/vault/clock.ts'
import { type FieldDifference, laterSide } from '../../core/vault/difference.ts'
import { nextStamp, type Stamp } from '../../core/vault/stamp.ts'
import { takeBoth, takeSide } from '../../core/vault/take-field.ts'
import type { MergeChoice, MergeSummary } from '../../shared/merge-views.ts'
import type { Environment } from '../environment.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { type Inverse, inverseOf, joinInverses } from '../undo-inverse.ts'
import { adoptKeys, hasNewerKeys } from './adopt-keys.ts'
import { mendDues } from './mend-dues.ts'
import { keepEditsOfPurged, mergeInto } from './merge-into.ts'
import { type PreparedMerge, prepareMerge } from './prepare-merge.ts'

export type AppliedMerge = {
  readonly opened: OpenedVault
  readonly summary: MergeSummary
  /** Takes all of it back, as one step. */
  readonly inverse: Inverse
}

type Merging = Pick<Environment, 'fs' | 'now'> & { readonly deviceId: string }

/**
 * Brings `mine` up to both copies in one save, with what was chosen where both had changed a field. Whatever is not taken
 * stays in the history. The copy is only read; when its keys are newer, they are the vault's from now on.
 */
export async function applyMerge(
  { fs, now, deviceId }: Merging,
  mine: OpenedVault,
  other: OpenedVault,
  choices: readonly MergeChoice[]
): Promise<AppliedMerge> {
  const prepared = await prepareMerge(mine, other)
  const { merge } = prepared
  const kept = keepEditsOfPurged(mine, merge.editsOfPurged, merge.clock, now(), deviceId)
  const clock = kept.reduce((raised, { at }) => advance(raised, at), merge.clock)
  const at = nextStamp(greatestStamp(clock), now(), deviceId)
  const chosen = chosenChanges(mine, prepared, choices, at)
  const summary = summaryOf(mine, prepared, { kept: kept.length, chosen: chosen.length })
  const journal = { item: VAULT_ITEM, at, set: { [`journal:${at}`]: { kind: 'merge', ...summary } } }
  const changes = [...merge.changes, ...kept, ...chosen, ...(isEmpty(merge) && chosen.length === 0 ? [] : [journal])]
  const inverse = inverseOf(
    mine.folded,
    changes.filter(({ item }) => item !== VAULT_ITEM)
  )
  const takesKeys = hasNewerKeys(mine, other)
  const merged = await mergeInto(fs, mine, { ...merge, changes }, other.file.readAttachment)
  const mended = await mendDues({ now, deviceId }, merged, changes)
  const opened = takesKeys ? await adoptKeys(fs, merged, other) : merged
  return { opened, summary, inverse: joinInverses(inverse, mended) }
}

const isEmpty = ({ changes, editsOfPurged, needsCheckpoint }: PreparedMerge['merge']): boolean =>
  changes.length === 0 && editsOfPurged.length === 0 && !needsCheckpoint

function chosenChanges(
  { folded, scope }: OpenedVault,
  { conflicts }: PreparedMerge,
  choices: readonly MergeChoice[],
  at: Stamp
): readonly Change[] {
  return conflicts.flatMap(({ item, fields }): Change[] => {
    const seat = { item, at, scope, type: folded.list(item)?.type ?? '' }
    const sets = fields.map((field) => setFor(field, choiceOf(choices, item, field), seat))
    const set = Object.assign({}, ...sets) as Change['set']
    return Object.keys(set).length === 0 ? [] : [{ item, at, set }]
  })
}

function choiceOf(
  choices: readonly MergeChoice[],
  item: string,
  { field }: FieldDifference
): MergeChoice['take'] | null {
  const id = item === VAULT_ITEM ? null : item
  return choices.find((choice) => choice.item === id && choice.field === field)?.take ?? null
}

/** The later side wins by itself. */
function setFor(difference: FieldDifference, take: MergeChoice['take'] | null, seat: Parameters<typeof takeSide>[2]) {
  const later = laterSide(difference)
  if (take === null || take === later) return {}
  return take === 'both' ? (takeBoth(difference, later, seat) ?? {}) : takeSide(difference, take, seat)
}

function summaryOf(
  { folded }: OpenedVault,
  { merge }: PreparedMerge,
  counts: { readonly kept: number; readonly chosen: number }
): MergeSummary {
  const items = new Set(merge.changes.map(({ item }) => item).filter((item) => item !== VAULT_ITEM))
  const added = [...items].filter((item) => !folded.has(item) && !folded.isPurged(item)).length
  return { added, changed: items.size - added, ...counts }
}
