import type { ReactNode } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Wizard, WizardHint } from '../../ui/wizard.tsx'
import { PhraseSheet } from './phrase-sheet.tsx'
import { usePhraseProof } from './use-phrase-proof.ts'

type PhraseStepProps = {
  readonly title: string
  readonly steps: readonly string[]
  readonly step: number
  readonly note?: string
  readonly inDialog?: boolean
  readonly lead: ReactNode
  readonly words: readonly string[]
  readonly vaultName: string
  readonly onProved: () => void
}

/** The step of a wizard that shows a new recovery phrase. There is no way back from it: the phrase is already made. */
export function PhraseStep({ lead, words, vaultName, onProved, ...wizard }: PhraseStepProps) {
  const t = useTexts()
  const proof = usePhraseProof(words)
  const proved = proof.left === 0
  return (
    <Wizard
      {...wizard}
      heading={t.recovery.sheetHeading}
      lead={lead}
      onSubmit={() => proved && onProved()}
      foot={
        <>
          <WizardHint>{proved ? t.recovery.proved : t.recovery.toGo(proof.left)}</WizardHint>
          <Button size="large" submits kind={proved ? 'primary' : 'outline'} disabled={!proved}>
            {t.common.continue}
          </Button>
        </>
      }
    >
      <PhraseSheet words={words} vaultName={vaultName} proof={proof} />
    </Wizard>
  )
}
