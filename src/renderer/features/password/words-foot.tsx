import type { WordListId } from '../../../shared/generator-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Meter } from '../../ui/meter.tsx'
import { Select } from '../../ui/select.tsx'
import { strengthLevel } from '../../ui/strength-level.ts'
import styles from './new-password.module.css'
import type { NewPassword } from './use-new-password.ts'

const LISTS: readonly WordListId[] = ['eff-large', 'de', 'eff-short-1', 'eff-short-2']

export function WordsFoot({ model: { passphrase, list, setList } }: { readonly model: NewPassword }) {
  const t = useTexts()
  const format = useFormat()
  const { bits, phrase, waiting } = passphrase
  const level = strengthLevel(bits)
  return (
    <>
      <p className={styles['foot']}>
        <span>
          <b className="strong num">{t.common.bits(format.bits(bits))}</b>{' '}
          <span className="muted">
            {waiting.size === 0 ? t.password.exact : t.password.soFar(format.bits(phrase?.bits ?? 0))}
          </span>
        </span>
        <span className="line">
          <span className={`small ${level > 2 ? 'ok' : 'warn'}`}>{t.ui.strength[level]}</span>
          <Meter level={level} />
        </span>
      </p>
      <p className={styles['list']}>
        <Select
          label={t.generator.list}
          choices={LISTS.map((value) => ({ value, label: t.generator.lists[value] }))}
          value={list}
          onChange={setList}
        />
      </p>
    </>
  )
}
