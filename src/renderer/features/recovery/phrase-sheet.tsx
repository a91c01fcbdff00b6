import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Mask } from '../../ui/mask.tsx'
import { PhraseProve } from './phrase-prove.tsx'
import styles from './phrase-sheet.module.css'
import { PrintedSheet } from './printed-sheet.tsx'
import { SaveSheet } from './save-sheet.tsx'
import type { PhraseProof } from './use-phrase-proof.ts'

type PhraseSheetProps = {
  readonly words: readonly string[]
  readonly vaultName: string
  readonly proof: PhraseProof
}

/** The 24 words, to be written down or printed, never copied; and three of them typed back. */
export function PhraseSheet({ words, vaultName, proof }: PhraseSheetProps) {
  const t = useTexts()
  return (
    <div>
      <ol className={styles['phrase']} translate="no">
        {words.map((word, place) => (
          <li key={`${place}`}>
            <span className={styles['number']}>{place + 1}</span>
            {proof.hidden ? <Mask /> : <span className={styles['word']}>{word}</span>}
          </li>
        ))}
      </ol>
      <div className={styles['actions']}>
        <Button icon="print" kind={proof.left === 0 ? 'outline' : 'primary'} onClick={() => window.print()}>
          {t.recovery.print}
        </Button>
        <SaveSheet />
        <Button kind="plain" onClick={() => proof.setHidden(!proof.hidden)}>
          {proof.hidden ? t.recovery.show : t.recovery.hide}
        </Button>
        <span className={styles['note']}>{t.recovery.noCopy}</span>
      </div>
      <PhraseProve proof={proof} />
      <PrintedSheet words={words} vaultName={vaultName} />
    </div>
  )
}
