import type { FindingKind, HealthView } from '../../shared/health-views.ts'
import type { ItemDetail } from '../../shared/item-views.ts'
import { ignoreFinding, keepScore, scoreTrend, vaultHealth } from '../health.ts'
import { mergeItems } from '../merge-items.ts'
import { readItem } from './browse-items.ts'
import type { SessionContext } from './session-context.ts'

export type JudgeHealth = {
  /** Opens no concealed value. Where the vault can be written it keeps the score of this week. */
  health(): Promise<HealthView>
  /** A null reason takes the findings seriously again. */
  ignoreFinding(kind: FindingKind, ids: readonly string[], reason: string | null): Promise<void>
  /** Makes one item of several; the first stays and takes in what the others hold. */
  mergeItems(ids: readonly string[]): Promise<ItemDetail>
}

export function judgeHealth(context: SessionContext): JudgeHealth {
  const { environment, store, opened, save, undo } = context
  return {
    async health() {
      const now = environment.now()
      const health = await vaultHealth(opened(), now)
      await keepScore(store, health.score, now)
      return { ...health, trend: scoreTrend(opened().folded) }
    },
    ignoreFinding: (kind, ids, reason) => save(ignoreFinding(kind, ids, reason)),
    async mergeItems(ids) {
      await undo.save('merge', mergeItems(ids), ids)
      return readItem(context, ids[0] ?? '')
    }
  }
}
