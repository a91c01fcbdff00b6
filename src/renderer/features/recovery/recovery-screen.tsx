import type { ChosenFile } from '../../../shared/vault-views.ts'
import { useSession } from '../../session/session.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { PhraseStep } from './phrase-step.tsx'
import { RecoverAgainStep } from './recover-again-step.tsx'
import { RecoverNextStep } from './recover-next-step.tsx'
import { RecoverWordsStep } from './recover-words-step.tsx'
import { type RecoverStep, useRecover } from './use-recover.ts'

type RecoveryScreenProps = { readonly file: ChosenFile; readonly onCancel: () => void }

const ORDER: readonly RecoverStep['at'][] = ['words', 'next', 'again', 'phrase']

/** Unlocks with the recovery phrase; the forgotten master password and the used phrase are both replaced. */
export function RecoveryScreen({ file, onCancel }: RecoveryScreenProps) {
  const t = useTexts()
  const { opened } = useSession()
  const model = useRecover(file, document.documentElement.lang === 'de')
  const { step } = model
  const frame = {
    title: t.recovery.title,
    note: t.firstRun.nobody,
    steps: ORDER.map((at) => t.recovery.steps[at]),
    step: ORDER.indexOf(step.at)
  }
  switch (step.at) {
    case 'words':
      return <RecoverWordsStep frame={frame} model={model} onCancel={onCancel} />
    case 'next':
      return <RecoverNextStep frame={frame} model={model} />
    case 'again':
      return <RecoverAgainStep frame={frame} model={model} />
    case 'phrase':
      return (
        <PhraseStep
          {...frame}
          lead={t.recovery.newSheetLead}
          words={step.words}
          vaultName={step.vault.name}
          onProved={() => opened(step.vault)}
        />
      )
  }
}
