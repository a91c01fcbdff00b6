import type { VaultView } from '../../../shared/vault-views.ts'
import { useSession } from '../../session/session.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import styles from './generator.module.css'
import { guessesPerSecond, type GuessSpan, guessSpan } from './guess-cost.ts'

/** What guessing it would cost as the master password of the open vault; nothing without one. */
export function GuessCostHint({ bits }: { readonly bits: number }) {
  const { session } = useSession()
  if (session.status !== 'unlocked') return null
  return <CostSentence bits={bits} kdf={session.vault.kdf} />
}

function CostSentence({ bits, kdf }: { readonly bits: number; readonly kdf: VaultView['kdf'] }) {
  const t = useTexts()
  const format = useFormat()
  const perSecond = guessesPerSecond(kdf)
  const numbers = t.generator.kdf(format.number(Math.round(kdf.memoryKiB / 1024)), kdf.passes)
  const words = (span: GuessSpan): string => {
    if (span.unit === 'instant') return t.generator.instant
    return span.unit === 'beyond' ? t.generator.beyond : format.span(span.count, span.unit)
  }
  return (
    <p className={styles['hint']}>
      {t.generator.cost(format.number(Number(perSecond.toPrecision(2))), numbers, words(guessSpan(bits, perSecond)))}
    </p>
  )
}
