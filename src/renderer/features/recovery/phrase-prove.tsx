import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Icon } from '../../ui/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './phrase-sheet.module.css'
import type { PhraseProof } from './use-phrase-proof.ts'

export function PhraseProve({ proof }: { readonly proof: PhraseProof }) {
  const t = useTexts()
  return (
    <section className={styles['prove']}>
      <h2 className="h3">{t.recovery.proveHeading}</h2>
      <p className="quiet">{t.recovery.proveLead}</p>
      <div className={styles['fields']}>
        {proof.asked.map((place) => (
          <ProveField key={place} place={place} proof={proof} />
        ))}
      </div>
    </section>
  )
}

function ProveField({ place, proof }: { readonly place: number; readonly proof: PhraseProof }) {
  const t = useTexts()
  const [wrong, setWrong] = useState(false)
  const right = proof.right.has(place)
  return (
    <TextField
      label={t.recovery.word(place + 1)}
      labelShown
      mono
      autoCapitalize="none"
      error={wrong && !right ? t.recovery.wrongWord : undefined}
      end={right ? <Icon name="check" className={styles['right']} /> : undefined}
      onFocus={() => proof.setHidden(true)}
      onInput={(event) => {
        setWrong(false)
        proof.check(place, event.currentTarget.value)
      }}
      onBlur={(event) => setWrong(event.currentTarget.value.trim() !== '')}
    />
  )
}
