import { useState } from 'react'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Gate } from '../../ui/gate.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RestoreDialog } from '../backups/restore-dialog.tsx'
import { useFileChoice } from '../unlock/use-file-choice.ts'
import styles from './damaged.module.css'
import { DamagedBackups, type Restorable } from './damaged-backups.tsx'
import { SalvageDialog } from './salvage-dialog.tsx'

type DamagedScreenProps = {
  readonly file: ChosenFile
  readonly offset: number | null
  readonly onBack: () => void
  /** Unlocks another file: the salvaged one. */
  readonly onFile: (file: ChosenFile) => void
}

type Asked = { readonly what: 'restore'; readonly file: Restorable } | { readonly what: 'salvage' }

/** What can be done about a file that does not authenticate: a backup first, then what is left of it. */
export function DamagedScreen({ file, offset, onBack, onFile }: DamagedScreenProps) {
  const t = useTexts()
  const [asked, setAsked] = useState<Asked | null>(null)
  const other = useFileChoice((chosen) => setAsked({ what: 'restore', file: chosen }))
  return (
    <Gate
      wide
      foot={
        <>
          <Button kind="plain" icon="left" onClick={onBack}>
            {t.damaged.back}
          </Button>
          <Button kind="plain" onClick={other.choose}>
            {t.damaged.otherBackup}
          </Button>
        </>
      }
    >
      <DamageHead file={file} offset={offset} />
      <DamagedBackups file={file} onRestore={(backup) => setAsked({ what: 'restore', file: backup })} />
      <section className={styles['salvage']}>
        <div>
          <h2 className="strong">{t.damaged.salvageHeading}</h2>
          <p className="quiet">{t.damaged.salvageText}</p>
        </div>
        <Button icon="shield" onClick={() => setAsked({ what: 'salvage' })}>
          {t.damaged.salvage}
        </Button>
      </section>
      {asked?.what === 'restore' ? (
        <RestoreDialog handle={asked.file.handle} name={asked.file.name} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.what === 'salvage' ? <SalvageDialog file={file} onClose={() => setAsked(null)} onOpen={onFile} /> : null}
    </Gate>
  )
}

function DamageHead({ file, offset }: Pick<DamagedScreenProps, 'file' | 'offset'>) {
  const t = useTexts()
  const format = useFormat()
  return (
    <header className={styles['head']}>
      <Icon name="alert" className={styles['icon']} />
      <div>
        <h1 className="h2">{t.damaged.heading}</h1>
        <p className="quiet">
          <span className={styles['file']}>{file.name}</span>{' '}
          {offset === null ? t.damaged.unreadable : t.damaged.unreadableAt(format.number(offset))} {t.damaged.untouched}
        </p>
        <p className="muted small">{file.folder}</p>
      </div>
    </header>
  )
}
