import { useEffect, useState } from 'react'
import type { FieldVersion } from '../../../shared/history-views.ts'
import type { FieldView, ItemDetail } from '../../../shared/item-views.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { ItemActions } from '../shell/item-actions.ts'
import styles from './history.module.css'
import { VersionView } from './version-view.tsx'

type HistoryDialogProps = {
  readonly item: ItemDetail
  readonly field: FieldView
  readonly label: string
  readonly actions: ItemActions
  onError(error: unknown): void
  onClose(): void
}

/** What a field has held: when, how it differs from now, and one step to have it back. */
export function HistoryDialog({ item, field, label, actions, onError, onClose }: HistoryDialogProps) {
  const t = useTexts()
  const versions = useVersions(item, field.id, onError)
  const [chosenAt, setChosenAt] = useState<string | null>(null)
  const [now, ...older] = versions
  const chosen = older.find(({ at }) => at === chosenAt) ?? older[0]
  const restore = () => {
    if (chosen === undefined) return
    const restored = call('history.restore', { item: item.id, field: field.id, at: chosen.at })
    restored.then(() => {
      actions.changed()
      actions.offerUndo(t.history.restored(item.title || t.shell.untitled, label))
      onClose()
    }, onError)
  }
  return (
    <Dialog
      title={t.history.title(label)}
      onClose={onClose}
      wide
      foot={
        <>
          <Button onClick={onClose}>{t.ui.close}</Button>
          {actions.readOnly || item.trashedAt !== null ? null : (
            <Button kind="primary" icon="undo" disabled={chosen === undefined} onClick={restore}>
              {t.history.restore}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['history']}>
        <VersionList versions={older} chosen={chosen?.at ?? null} onChoose={setChosenAt} />
        {chosen === undefined || now === undefined ? null : (
          <VersionView key={chosen.at} {...{ item: item.id, field: field.id, label, now, onError }} version={chosen} />
        )}
      </div>
    </Dialog>
  )
}

function useVersions(item: ItemDetail, field: string, onError: (error: unknown) => void): readonly FieldVersion[] {
  const [versions, setVersions] = useState<readonly FieldVersion[]>([])
  useEffect(() => {
    let wanted = true
    call('history.versions', { item: item.id, field }).then((next) => wanted && setVersions(next), onError)
    return () => {
      wanted = false
    }
  }, [item.id, item.revision, field, onError])
  return versions
}

type VersionListProps = {
  readonly versions: readonly FieldVersion[]
  readonly chosen: string | null
  onChoose(at: string): void
}

function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const t = useTexts()
  const format = useFormat()
  return (
    <fieldset className={styles['versions']}>
      <legend className="visually-hidden">{t.history.older}</legend>
      {versions.map(({ at, time }, place) => (
        <label key={at} className={styles['version']}>
          <input
            type="radio"
            name="version"
            className="visually-hidden"
            checked={at === chosen}
            onChange={() => onChoose(at)}
          />
          <span>{format.moment(time)}</span>
          <span className="muted small num">{t.history.back(place + 1)}</span>
        </label>
      ))}
    </fieldset>
  )
}
