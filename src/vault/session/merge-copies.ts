import { isAuthentic } from '../../core/format/header.ts'
import { VaultError } from '../../core/errors.ts'
import { isSealed, openValue } from '../../core/vault/concealed.ts'
import { VAULT_ITEM } from '../../core/vault/change.ts'
import { valueOf } from '../../core/vault/difference.ts'
import type { MergeChoice, MergeReview, MergeSummary, OpenedCopy } from '../../shared/merge-views.ts'
import { unlockHead } from '../keys/unlock-head.ts'
import { applyMerge } from '../merge/apply-merge.ts'
import { type FoundCopy, findCopies } from '../merge/find-copies.ts'
import { differences, prepareMerge, underKeysOf } from '../merge/prepare-merge.ts'
import { mergeReview } from '../merge/merge-review.ts'
import { loadVault, type OpenedVault, readVault } from '../opened-vault.ts'
import { readHead } from '../storage/read-head.ts'
import { type Inverse, takeBack } from '../undo-inverse.ts'
import type { SessionContext } from './session-context.ts'

export type CopyRequest = { readonly path: string; readonly masterPassword?: string }
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
  /** One save, which `takeBackMerge` takes back as one step. BAD_REQUEST when no copy is open. */
  applyMerge(choices: readonly MergeChoice[]): Promise<MergeSummary>
  takeBackMerge(): Promise<{ readonly items: number }>
  closeCopy(): Promise<void>
}

export function mergeCopies(context: SessionContext): MergeCopies {
  const { environment, store, opened, deviceId } = context
  let other: OpenedVault | null = null
  let inverse: Inverse | null = null

  const copy = (): OpenedVault => {
    opened()
    if (other === null) throw new VaultError('BAD_REQUEST')
    return other
  }
  async function closeCopy(): Promise<void> {
    const before = other
    other = null
    if (before !== null) await closeReading(before, store.opened())
  }
  context.onLock(closeCopy)

  async function review(): Promise<MergeReview> {
    return store.inTurn(async () => mergeReview(opened(), copy(), await prepareMerge(opened(), copy())))
  }

  return {
    foundCopies: () => findCopies(environment, opened()),
    async openCopy(request) {
      await closeCopy()
      other = await environment.runJob('merge', () => readCopy(context, request))
      if (other === null) return { status: 'needsPassword' }
      try {
        return { status: 'review', review: await review() }
      } catch (error) {
        await closeCopy()
        throw error
      }
    },
    revealCopy: async ({ item, field, side }) => revealSide(opened(), copy(), { item, field, side }),
    async applyMerge(choices) {
      let summary: MergeSummary | null = null
      await environment.runJob('merge', () =>
        store.replace(async (mine) => {
          const done = await applyMerge({ ...environment, deviceId }, mine, copy(), choices)
          ;({ summary, inverse } = done)
          return done.opened
        })
      )
      await closeCopy()
      return summary ?? { added: 0, changed: 0, kept: 0, chosen: 0 }
    },
    async takeBackMerge() {
      const step = inverse
      if (step === null) throw new VaultError('BAD_REQUEST')
      const items = [...new Set([...step.created, ...step.values.map(({ item }) => item)])]
      await context.save(
        takeBack(step),
        items.filter((item) => opened().folded.has(item))
      )
      inverse = null
      return { items: items.length }
    },
    closeCopy
  }
}

/** Null when it takes a password that was not given. */
async function readCopy(
  { environment, opened }: SessionContext,
  { path, masterPassword }: CopyRequest
): Promise<OpenedVault | null> {
  const { fs, deriveKey } = environment
  const head = await readHead(fs, path)
  const { keys } = opened()
  if (isAuthentic(head, keys.header)) return readVault(fs, path, { head, keys }, 'read')
  if (masterPassword === undefined) return null
  return loadVault(fs, path, { head, keys: await unlockHead(head, { masterPassword }, deriveKey) }, 'read')
}

/** A copy under the vault's own keys has borrowed them. */
async function closeReading(copy: OpenedVault, { keys }: OpenedVault): Promise<void> {
  await (copy.keys === keys ? copy.file.close() : copy.close())
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
