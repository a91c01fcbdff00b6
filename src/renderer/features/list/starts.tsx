import { useTexts } from '../../texts/use-texts.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import styles from './starts.module.css'

/** What to begin with in an empty vault. */
export type Starts = { onCreate(type: string): void; onImport(): void; onGenerator(): void }

export function StartOffers({ start }: { readonly start: Starts }) {
  const t = useTexts().list.start
  return (
    <EmptyState mark title={t.title} text={t.text}>
      <ul className={styles['starts']}>
        <Start icon="plus" name={t.login} text={t.loginText} keys="Ctrl+N" onClick={() => start.onCreate('login')} />
        <Start icon="note" name={t.note} text={t.noteText} onClick={() => start.onCreate('note')} />
        <Start icon="import" name={t.import} text={t.importText} keys="Ctrl+I" onClick={start.onImport} />
        <Start icon="dice" name={t.generator} text={t.generatorText} keys="Ctrl+G" onClick={start.onGenerator} />
      </ul>
    </EmptyState>
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
