import { useRef } from 'react'
import { call } from '../../api.ts'
import { errorText } from '../../error-text.ts'
import { useTask } from '../../session/use-task.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { takeValue } from '../../ui/take-value.ts'
import { TextField } from '../../ui/text-field.tsx'
import styles from './share.module.css'
import { useRecipients } from './use-recipients.ts'

/** The keys of others: kept by name, removed, added. */
export function PeoplePart() {
  const t = useTexts()
  const { list, error, load } = useRecipients()
  const name = useRef<HTMLInputElement>(null)
  const key = useRef<HTMLInputElement>(null)
  const keep = useTask(async () => {
    await call('share.keepRecipient', { name: name.current?.value ?? '', key: key.current?.value.trim() ?? '' })
    takeValue(name.current)
    takeValue(key.current)
    await load()
  })
  const drop = useTask(async (id: string) => {
    await call('share.dropRecipient', { id })
    await load()
  })
  const failed = error ?? keep.error ?? drop.error
  return (
    <section>
      <h3 className="head">{t.share.people}</h3>
      {list !== null && list.length === 0 ? <p className="muted small">{t.share.nobody}</p> : null}
      <ul className={styles['people']}>
        {(list ?? []).map((person) => (
          <li key={person.id}>
            <span>
              {person.name}
              <span className={styles['words']} translate="no">
                {person.words.join(' ')}
              </span>
            </span>
            <IconButton icon="trash" label={t.share.remove(person.name)} onClick={() => drop.run(person.id)} />
          </li>
        ))}
      </ul>
      <form
        className={styles['add']}
        onSubmit={(event) => {
          event.preventDefault()
          keep.run()
        }}
      >
        <TextField ref={name} label={t.share.name} labelShown required maxLength={255} />
        <TextField ref={key} label={t.share.key} labelShown required mono maxLength={4096} />
        <Button submits disabled={keep.busy}>
          {t.share.keep}
        </Button>
      </form>
      {failed === null ? null : <Notice kind="danger">{errorText(t, failed)}</Notice>}
    </section>
  )
}
