import type { FieldVersion, Kept, KeptSecret } from '../../shared/history-views.ts'
import type { ItemDetail } from '../../shared/item-views.ts'
import { fieldVersions, restoreVersion, versionText } from '../field-history.ts'
import { keepSecret, keptSecrets, keptSecretText } from '../generated.ts'
import { readDetails } from '../item/read-details.ts'
import { pendingText } from '../password-change.ts'
import { readItem } from './browse-items.ts'
import type { SessionContext } from './session-context.ts'

/** Values that stand beside the fields: older ones, and what was generated. */
export type KeepVersions = {
  versions(id: string, field: string): Promise<FieldVersion[]>
  /** FIELD_NOT_FOUND when that version is no longer kept. */
  restoreVersion(id: string, field: string, at: string): Promise<ItemDetail>
  keepGenerated(text: string): Promise<void>
  generated(): KeptSecret[]
  /** One concealed value that is no field's value now: the only place where such a one becomes plaintext. */
  keptText(kept: Kept, act?: 'revealed' | 'copied'): Promise<string>
}

export function keepVersions(context: SessionContext): KeepVersions {
  const { opened, save, undo, journal } = context
  return {
    async versions(id, field) {
      await readDetails(opened(), [id])
      return fieldVersions(opened(), id, field)
    },
    async restoreVersion(id, field, at) {
      await undo.save('version', restoreVersion(id, field, at), [id])
      return readItem(context, id)
    },
    keepGenerated: (text) => save(keepSecret(text)),
    generated: () => keptSecrets(opened()),
    async keptText(kept, act = 'revealed') {
      if (kept.of === 'generated') return keptSecretText(opened(), kept.id)
      await readDetails(opened(), [kept.item])
      const text =
        kept.of === 'pending'
          ? pendingText(opened(), kept.item, kept.field)
          : versionText(opened(), kept.item, kept.field, kept.at)
      journal.note({ act, item: kept.item, fields: [kept.field] })
      return text
    }
  }
}
