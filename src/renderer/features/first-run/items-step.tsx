import type { VaultView } from '../../../shared/vault-views.ts'
import type { FirstPage } from '../../session/session.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { Wizard, WizardHint } from '../../ui/wizard.tsx'
import styles from './first-run.module.css'
import type { StepFrame } from './step-frame.ts'

type ItemsStepProps = {
  readonly frame: StepFrame
  readonly vault: VaultView
  readonly onOpen: (vault: VaultView, page: FirstPage) => void
}

export function ItemsStep({ frame, vault, onOpen }: ItemsStepProps) {
  const t = useTexts()
  return (
    <Wizard
      {...frame}
      heading={t.firstRun.itemsHeading}
      lead={t.firstRun.itemsLead(vault.name)}
      onSubmit={() => onOpen(vault, 'items')}
      foot={<WizardHint>{t.firstRun.backupsNote}</WizardHint>}
    >
      <ul className={styles['starts']}>
        <Start
          icon="plus"
          title={t.firstRun.startEmpty}
          text={t.firstRun.startEmptyText}
          first
          onClick={() => onOpen(vault, 'items')}
        />
        <Start
          icon="import"
          title={t.firstRun.importItems}
          text={t.firstRun.importItemsText}
          onClick={() => onOpen(vault, 'import')}
        />
        <Start
          icon="dice"
          title={t.firstRun.openGenerator}
          text={t.firstRun.openGeneratorText}
          onClick={() => onOpen(vault, 'generator')}
        />
      </ul>
    </Wizard>
  )
}

type StartProps = {
  readonly icon: IconName
  readonly title: string
  readonly text: string
  readonly first?: boolean
  readonly onClick: () => void
}

function Start({ icon, title, text, first = false, onClick }: StartProps) {
  return (
    <li>
      <button type="button" className={styles['start']} autoFocus={first} onClick={onClick}>
        <Icon name={icon} className={styles['startIcon']} />
        <span>
          <span className="strong">{title}</span>
          <span className="small muted">{text}</span>
        </span>
        <Icon name="right" />
      </button>
    </li>
  )
}
