import { VaultError } from '../../core/errors.ts'
import { isSealed, openValue } from '../../core/vault/concealed.ts'
import { VAULT_ITEM } from '../../core/vault/change.ts'
import { valueOf } from '../../core/vault/difference.ts'
import type { MergeChoice, MergeReview, MergeSummary, OpenedCopy } from '../../shared/merge-views.ts'
import { applyMerge } from '../merge/apply-merge.ts'
import { type FoundCopy, findCopies } from '../merge/find-copies.ts'
import { differences, prepareMerge, underKeysOf } from '../merge/prepare-merge.ts'
import { mergeReview } from '../merge/merge-review.ts'
import { closeCopy as closeReading, type CopyRequest, readCopy } from '../merge/read-copy.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { SessionContext } from './session-context.ts'

export type CopyPlace = { readonly item: string | null; readonly field: string; readonly side: 'mine' | 'other' }

export type MergeCopies = {
  /** Copies of this vault beside it that bring something. */
  foundCopies(): Promise<readonly FoundCopy[]>
  /**
   * Reads another copy of this vault and says what merging would do. One under this vault's own keys opens by itself;
   * another asks for its password. WRONG_PASSWORD, OTHER_VAULT, VAULT_DAMAGED, …
   */
  openCopy(request: CopyRequest): Promise<OpenedCopy>
  /** One concealed value of a side. FIELD_NOT_FOUND. */
  revealCopy(place: CopyPlace): Promise<string>
  /** One save, and one step that can be taken back. BAD_REQUEST when no copy is open. */
  applyMerge(choices: readonly MergeChoice[]): Promise<MergeSummary>
  closeCopy(): Promise<void>
}

export function mergeCopies(context: SessionContext): MergeCopies {
  const { environment, store, opened, deviceId, undo } = context
  let other: OpenedVault | null = null

  const copy = (): OpenedVault => {
    opened()
    if (other === null) throw new VaultError('BAD_REQUEST')
    return other
  }
  async function closeCopy(): Promise<void> {
    const before = other
    other = null
    if (before !== null) await closeReading(before, store.opened().keys)
  }
  context.onLock(closeCopy)

  async function review(): Promise<MergeReview> {
    return store.inTurn(async () => mergeReview(opened(), copy(), await prepareMerge(opened(), copy())))
  }

  return {
    foundCopies: () => findCopies(environment, opened()),
    async openCopy(request) {
      await closeCopy()
      other = await environment.runJob('merge', () => readCopy(environment, opened(), request))
      if (other === null) return { status: 'needsPassword' }
      try {
        return { status: 'review', review: await review() }
      } catch (error) {
        await closeCopy()
        throw error
      }
    },
    async revealCopy(place) {
      const text = revealSide(opened(), copy(), place)
      if (place.item !== null) context.journal.note({ act: 'revealed', item: place.item, fields: [place.field] })
      return text
    },
    async applyMerge(choices) {
      let summary: MergeSummary | null = null
      await environment.runJob('merge', () =>
        store.replace(async (mine) => {
          const done = await applyMerge({ ...environment, deviceId }, mine, copy(), choices)
          summary = done.summary
          undo.remember('merge', done.inverse)
          return done.opened
        })
      )
      await closeCopy()
      return summary ?? { added: 0, changed: 0, kept: 0, chosen: 0 }
    },
    closeCopy
  }
}

function revealSide(mine: OpenedVault, other: OpenedVault, { item, field, side }: CopyPlace): string {
  const id = item ?? VAULT_ITEM
  for (const difference of differences(mine, other, underKeysOf(mine, other), [id])) {
    const found = difference.fields.find((each) => each.field === field)
    const value = found === undefined ? null : valueOf(found[side])
    if (value === null || !isSealed(value.version.value)) continue
    return openValue(mine.scope, { item: id, at: value.version.at, name: value.name }, value.version.value)
  }
  throw new VaultError('FIELD_NOT_FOUND')
}
