import { useTexts } from '../../texts/use-texts.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import styles from './detail.module.css'

type StartProps = { onCreate(type: string): void; onImport(): void; onGenerator(): void }

/** Where nothing is selected: quiet, or what to begin with in an empty vault. */
export function EmptyDetail({ start }: { readonly start: StartProps | null }) {
  const t = useTexts()
  return (
    <section className={styles['empty']} aria-label={t.detail.none} data-pane="detail">
      {start === null ? (
        <EmptyState text={t.detail.choose} />
      ) : (
        <EmptyState mark title={t.list.start.title} text={t.list.start.text}>
          <ul className={styles['starts']}>
            <Start
              icon="plus"
              name={t.list.start.login}
              text={t.list.start.loginText}
              keys="Ctrl+N"
              onClick={() => start.onCreate('login')}
            />
            <Start
              icon="note"
              name={t.list.start.note}
              text={t.list.start.noteText}
              onClick={() => start.onCreate('note')}
            />
            <Start
              icon="import"
              name={t.list.start.import}
              text={t.list.start.importText}
              keys="Ctrl+I"
              onClick={start.onImport}
            />
            <Start
              icon="dice"
              name={t.list.start.generator}
              text={t.list.start.generatorText}
              keys="Ctrl+G"
              onClick={start.onGenerator}
            />
          </ul>
        </EmptyState>
      )}
    </section>
  )
}

type StartLine = {
  readonly icon: IconName
  readonly name: string
  readonly text: string
  readonly keys?: string
  onClick(): void
}

function Start({ icon, name, text, keys, onClick }: StartLine) {
  return (
    <li>
      <button type="button" className={styles['start']} onClick={onClick}>
        <Icon name={icon} />
        <span>
          <span className="strong">{name}</span>
          <span className="muted small">{text}</span>
        </span>
        {keys === undefined ? null : <KeyHint keys={keys} />}
      </button>
    </li>
  )
}
