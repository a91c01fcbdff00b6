import type { ComparedField, ComparedValue } from '../../../shared/merge-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Mask } from '../../ui/mask.tsx'
import { SecretText } from '../../ui/secret-text.tsx'
import { useFailure } from '../shell/use-failure.ts'
import styles from './compared-value.module.css'
import { textDifference } from './text-difference.ts'
import { useRevealed } from './use-revealed.ts'

type ComparedValueProps = {
  readonly field: ComparedField
  readonly side: 'mine' | 'other'
  /** What is marked as not on the other side: added, or gone since. */
  readonly mark: 'ins' | 'del'
  reveal(): Promise<string>
}

/** The value of one side, with what the other has not; a secret stands concealed until it is asked for. */
export function ComparedValueText({ field, side, mark, reveal }: ComparedValueProps) {
  const value = field[side].value
  if (value.is === 'concealed') return <ConcealedSide reveal={reveal} />
  return <OpenSide field={field} value={value} other={field[side === 'mine' ? 'other' : 'mine'].value} mark={mark} />
}

function ConcealedSide({ reveal }: { reveal(): Promise<string> }) {
  const t = useTexts()
  const shown = useRevealed(reveal, useFailure())
  return (
    <span className={styles['line']}>
      {shown.value === null ? <Mask /> : <SecretText value={shown.value} className={styles['text']} />}
      <IconButton
        size="small"
        icon={shown.value === null ? 'eye' : 'eye-off'}
        label={shown.value === null ? t.merge.reveal : t.merge.hide}
        onClick={shown.toggle}
      />
    </span>
  )
}

type OpenSideProps = {
  readonly field: ComparedField
  readonly value: Exclude<ComparedValue, { is: 'concealed' }>
  readonly other: ComparedValue
  readonly mark: 'ins' | 'del'
}

function OpenSide({ field, value, other, mark: Mark }: OpenSideProps) {
  const words = useOwnWords(field.field)
  if (value.is === 'none') return <span className="muted">{words.none}</span>
  if (words.of !== null) return <span className={styles['text']}>{words.of(value.text)}</span>
  const runs = textDifference(value.text, other.is === 'open' ? other.text : '')
  return (
    <span className={styles['text']}>
      {runs.map((run, place) => {
        const key = `${place}`
        return run.changed ? <Mark key={key}>{run.text}</Mark> : <span key={key}>{run.text}</span>
      })}
    </span>
  )
}

type OwnWords = { readonly none: string; readonly of: ((text: string) => string) | null }

/** What is no text of the user's own is said in words. */
function useOwnWords(field: string): OwnWords {
  const t = useTexts()
  const format = useFormat()
  if (field === 'trashedAt') return { none: '–', of: (at) => `${t.merge.inTrash}, ${format.momentWithin(Number(at))}` }
  if (field === 'favorite' || field.startsWith('tag:')) return { none: '–', of: () => t.merge.yes }
  if (field === 'type') return { none: '–', of: (type) => t.types.one[type] ?? type }
  return { none: t.merge.empty, of: null }
}
