import type { ComparedField, ComparedItem } from '../../../shared/merge-views.ts'
import { call } from '../../api.ts'
import { useSession } from '../../session/session.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { ComparedValueText } from '../merge/compared-value.tsx'
import { fieldName } from '../merge/field-name.ts'
import styles from './time-machine.module.css'
import { type Restore, useRestore } from './use-restore.ts'
import type { TimeMachine } from './use-time-machine.ts'

type ItemThenAndNowProps = { readonly machine: TimeMachine; readonly item: ComparedItem }

/** One item, field by field: as it was, as it is, and the way back. */
export function ItemThenAndNow({ machine, item }: ItemThenAndNowProps) {
  const t = useTexts()
  const restore = useRestore(machine)
  const { session } = useSession()
  const isReadOnly = session.status === 'unlocked' && session.vault.readOnly
  const is =
    machine.state.at === 'open' ? machine.state.difference.items.find(({ id }) => id === item.id)?.is : undefined
  const title = item.title || t.shell.untitled
  return (
    <section className={styles['item']}>
      <h3 className="h3">{title}</h3>
      {is === 'new' ? <p className="muted">{t.timeMachine.newSince}</p> : null}
      {is === 'new' ? null : (
        <FieldTable item={item} restore={restore} canRestoreField={is !== 'gone' && !isReadOnly} />
      )}
      {is === 'new' || isReadOnly ? null : (
        <div className={styles['acts']}>
          <Button icon="undo" disabled={restore.busy} onClick={() => restore.item(item.id ?? '', title)}>
            {t.timeMachine.restoreItem}
          </Button>
          <span className="muted small">{is === 'gone' ? t.timeMachine.comesNew : t.timeMachine.historyKept}</span>
        </div>
      )}
    </section>
  )
}

type FieldTableProps = { readonly item: ComparedItem; readonly restore: Restore; readonly canRestoreField: boolean }

function FieldTable({ item, restore, canRestoreField }: FieldTableProps) {
  const t = useTexts()
  return (
    <table className={`table ${styles['diff']}`}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t.timeMachine.field}</span>
          </th>
          <th scope="col">{t.timeMachine.asThen}</th>
          <th scope="col">{t.timeMachine.asNow}</th>
          <th scope="col">
            <span className="visually-hidden">{t.timeMachine.restore}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {item.fields.map((field) => (
          <FieldLine key={field.field} {...{ item, field, restore, canRestoreField }} />
        ))}
      </tbody>
    </table>
  )
}

function FieldLine({ item, field, restore, canRestoreField }: FieldTableProps & { readonly field: ComparedField }) {
  const t = useTexts()
  const name = fieldName(t, field)
  const id = item.id ?? ''
  const reveal = (side: 'mine' | 'other') => async () =>
    (await call('time.reveal', { item: id, field: field.field, side })).value
  return (
    <tr>
      <td className="muted small">{name}</td>
      <td>
        <ComparedValueText field={field} side="other" mark="del" reveal={reveal('other')} />
      </td>
      <td>
        <ComparedValueText field={field} side="mine" mark="ins" reveal={reveal('mine')} />
      </td>
      <td className="r">
        {canRestoreField ? (
          <Button
            size="small"
            disabled={restore.busy}
            aria-label={t.timeMachine.restoreField(name)}
            onClick={() => restore.field(id, field.field, item.title || t.shell.untitled)}
          >
            {t.timeMachine.restore}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}
