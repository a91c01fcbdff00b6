import { useSession } from '../../session/session.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { PhraseStep } from '../recovery/phrase-step.tsx'
import { AgainStep } from './again-step.tsx'
import { ItemsStep } from './items-step.tsx'
import { PassphraseStep } from './passphrase-step.tsx'
import { PlaceStep } from './place-step.tsx'
import type { StepFrame } from './step-frame.ts'
import { type FirstRunStep, useFirstRun } from './use-first-run.ts'

type FirstRunProps = {
  /** Back to a vault that there is already. */
  readonly onCancel?: (() => void) | undefined
  readonly onOpenExisting: () => void
}

const ORDER: readonly FirstRunStep['at'][] = ['place', 'passphrase', 'again', 'phrase', 'items']

/** From nothing to an open vault whose way back is on paper. */
export function FirstRun({ onCancel, onOpenExisting }: FirstRunProps) {
  const t = useTexts()
  const { opened } = useSession()
  const run = useFirstRun(t.firstRun.defaultName, document.documentElement.lang === 'de')
  const frame: StepFrame = {
    title: t.firstRun.title,
    note: t.firstRun.note,
    steps: ORDER.map((at) => t.firstRun.steps[at]),
    step: ORDER.indexOf(run.step.at)
  }
  switch (run.step.at) {
    case 'place':
      return <PlaceStep frame={frame} run={run} onCancel={onCancel} onOpenExisting={onOpenExisting} />
    case 'passphrase':
      return <PassphraseStep frame={frame} run={run} />
    case 'again':
      return <AgainStep frame={frame} run={run} />
    case 'phrase':
      return (
        <PhraseStep
          {...frame}
          lead={t.recovery.sheetLead}
          words={run.step.words}
          vaultName={run.step.vault.name}
          onProved={run.proved}
        />
      )
    case 'items':
      return <ItemsStep frame={frame} vault={run.step.vault} onOpen={opened} />
  }
}
