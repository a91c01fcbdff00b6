import type { BreachStatus } from '../../../shared/breach-views.ts'
import { useSettings } from '../../session/settings-context.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import styles from './breaches.module.css'
import type { BreachCheckApi } from './use-breach-check.ts'

type BreachSourcesProps = { readonly status: BreachStatus; readonly api: BreachCheckApi; onSettings(): void }

/** The list on this computer comes first; asking is offered where it is switched on. */
export function BreachSources({ status, api, onSettings }: BreachSourcesProps) {
  const t = useTexts().breaches
  const { settings } = useSettings()
  return (
    <>
      <section className={styles['source']} aria-label={t.file}>
        <h3 className="strong">{t.file}</h3>
        <p className="quiet">{t.fileText}</p>
        <div className={styles['buttons']}>
          <Button kind="primary" icon="note" onClick={() => api.checkList('breach.chooseFile')}>
            {t.chooseFile}
          </Button>
          <Button icon="folder" onClick={() => api.checkList('breach.chooseFolder')}>
            {t.chooseFolder}
          </Button>
        </div>
      </section>
      <section className={styles['source']} aria-label={t.online}>
        <h3 className="strong">{t.online}</h3>
        <p className="quiet">{settings.breachOnline ? t.onlineText(status.passwords) : t.onlineOff}</p>
        <div className={styles['buttons']}>
          {settings.breachOnline ? (
            <Button icon="globe" onClick={api.askOnline}>
              {t.ask}
            </Button>
          ) : (
            <Button icon="settings" onClick={onSettings}>
              {t.toSettings}
            </Button>
          )}
        </div>
      </section>
    </>
  )
}
