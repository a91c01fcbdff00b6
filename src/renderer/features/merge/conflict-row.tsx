import { useId } from 'react'
import type { ComparedField } from '../../../shared/merge-views.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { ComparedValueText } from './compared-value.tsx'
import { fieldName } from './field-name.ts'
import styles from './merge.module.css'
import type { Take } from './use-merge.ts'

type ConflictRowProps = {
  readonly item: string | null
  readonly field: ComparedField
  readonly taken: Take
  onTake(take: Take): void
}

/** One field that both sides changed: which of the two stands. */
export function ConflictRow({ item, field, taken, onTake }: ConflictRowProps) {
  const t = useTexts()
  const name = fieldName(t, field)
  const group = useId()
  return (
    <>
      <div className={styles['row']} role="radiogroup" aria-label={name}>
        <span className={styles['name']}>{name}</span>
        {(['mine', 'other'] as const).map((side) => (
          <Side
            key={side}
            {...{ item, field, side, group }}
            on={taken === side || taken === 'both'}
            onTake={() => onTake(side)}
          />
        ))}
      </div>
      {field.canTakeBoth ? (
        <p className={styles['both']}>
          <Button kind="plain" size="small" aria-pressed={taken === 'both'} onClick={() => onTake('both')}>
            {t.merge.both}
          </Button>
        </p>
      ) : null}
    </>
  )
}

type SideProps = {
  readonly item: string | null
  readonly field: ComparedField
  readonly side: 'mine' | 'other'
  readonly group: string
  readonly on: boolean
  onTake(): void
}

function Side({ item, field, side, group, on, onTake }: SideProps) {
  const t = useTexts()
  const format = useFormat()
  const at = field[side].at
  const when = at === null ? t.merge.never : format.moment(at)
  const said = field.later === side ? t.merge.later(when) : when
  return (
    <div className={styles['side']} data-on={on || undefined}>
      <input
        type="radio"
        className={styles['radio']}
        name={group}
        aria-label={t.merge.take(said)}
        checked={on}
        onChange={onTake}
      />
      <div className={styles['sideText']}>
        <ComparedValueText
          {...{ field, side }}
          mark="ins"
          reveal={async () => (await call('merge.reveal', { item, field: field.field, side })).value}
        />
        <div className="muted small">{said}</div>
      </div>
    </div>
  )
}
