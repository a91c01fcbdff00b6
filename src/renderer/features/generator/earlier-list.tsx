import type { KeptSecret } from '../../../shared/history-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Mask } from '../../ui/mask.tsx'
import { SecretText } from '../../ui/secret-text.tsx'
import { useCopyKept } from '../history/use-copy-kept.tsx'
import { revealKept, useShortly } from '../history/use-kept.ts'
import { useFailure } from '../shell/use-failure.ts'
import styles from './generator.module.css'

/** Generated secrets that the vault keeps: none is lost when the next one is rolled. */
export function EarlierList({ kept }: { readonly kept: readonly KeptSecret[] }) {
  const t = useTexts()
  if (kept.length === 0) return null
  return (
    <section className={styles['section']}>
      <h2 className="head">{t.generator.earlier}</h2>
      <ol className={styles['earlier']}>
        {kept.map((secret, place) => (
          <Earlier key={`${secret.id} ${secret.at}`} secret={secret} number={place + 1} />
        ))}
      </ol>
    </section>
  )
}

function Earlier({ secret, number }: { readonly secret: KeptSecret; readonly number: number }) {
  const t = useTexts()
  const format = useFormat()
  const copy = useCopyKept()
  const shown = useShortly<string>(useFailure())
  const kept = { of: 'generated', id: secret.id } as const
  return (
    <li>
      <span className="muted small num">{format.moment(secret.at)}</span>
      <span className={styles['earlierValue']}>
        {shown.value === null ? <Mask /> : <SecretText value={shown.value} />}
      </span>
      <IconButton
        icon={shown.value === null ? 'eye' : 'eye-off'}
        size="small"
        label={shown.value === null ? t.generator.revealEarlier(number) : t.generator.hideEarlier(number)}
        onClick={() => (shown.value === null ? shown.show(() => revealKept(kept)) : shown.hide())}
      />
      <IconButton
        icon="copy"
        size="small"
        label={t.generator.copyAgain(number)}
        onClick={() => copy(kept, t.generator.earlierOne)}
      />
    </li>
  )
}
