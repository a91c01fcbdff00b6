import type { BackupView } from '../../../shared/vault-views.ts'

export type TimeGroup = {
  readonly since: 'today' | 'week' | 'twoWeeks' | 'older'
  readonly backups: readonly BackupView[]
}

const DAY = 86_400_000
const GROUPS = ['today', 'week', 'twoWeeks', 'older'] as const

/** Newest first, as a person counts back: days of this computer, not spans of 24 hours. */
export function timeGroups(backups: readonly BackupView[], now: number): readonly TimeGroup[] {
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  const sinceOf = ({ at }: BackupView): TimeGroup['since'] => {
    if (at >= midnight) return 'today'
    if (at >= midnight - 6 * DAY) return 'week'
    return at >= midnight - 13 * DAY ? 'twoWeeks' : 'older'
  }
  const sorted = backups.toSorted((a, b) => b.at - a.at)
  return GROUPS.map((since) => ({ since, backups: sorted.filter((backup) => sinceOf(backup) === since) })).filter(
    (group) => group.backups.length > 0
  )
}
