import { useState } from 'react'
import type { HealthView } from '../../../shared/health-views.ts'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { BreachLine } from '../breaches/breach-line.tsx'
import { ChangeBreached, type ToChange } from '../breaches/change-breached.tsx'
import type { ItemActions } from '../shell/item-actions.ts'
import { Duplicates } from './duplicates.tsx'
import { FindingSections } from './finding-sections.tsx'
import type { HealthHands, ToIgnore } from './health-hands.ts'
import styles from './health.module.css'
import { IgnoreDialog } from './ignore-dialog.tsx'
import { IgnoredDialog } from './ignored-dialog.tsx'
import { Score } from './score.tsx'
import { SharedSecrets } from './shared-secrets.tsx'
import { useHealth } from './use-health.ts'

type HealthPageProps = {
  /** Grows with every change of the vault. */
  readonly version: number
  readonly actions: ItemActions
  onOpen(item: string): void
  onSettings(): void
  onError(error: unknown): void
}

/** What could be better, from fingerprints and strength alone: drawing this page opens no concealed value. */
export function HealthPage({ version, actions, onOpen, onSettings, onError }: HealthPageProps) {
  const t = useTexts()
  const health = useHealth(version, onError)
  const [asked, setAsked] = useState<ToIgnore | 'ignored' | null>(null)
  const [changing, setChanging] = useState<ToChange | null>(null)
  const ignore = (what: Pick<ToIgnore, 'kind' | 'items'>, reason: string | null) => {
    call('health.ignore', { kind: what.kind, items: [...what.items], reason }).then(actions.changed, onError)
  }
  const merge = (items: readonly string[], title: string) => {
    const merged = call('health.merge', { items: [...items] })
    merged.then(() => {
      actions.changed()
      actions.offerUndo(t.health.merged(title, items.length))
    }, onError)
  }
  const hands: HealthHands = {
    readOnly: actions.readOnly,
    onOpen,
    onIgnore: setAsked,
    onChange: setChanging,
    onMerge: merge
  }
  const ignored = health?.ignored ?? []
  return (
    <Page
      title={t.health.title}
      actions={
        ignored.length === 0 ? null : (
          <Button kind="plain" onClick={() => setAsked('ignored')}>
            {t.health.ignored(ignored.length)}
          </Button>
        )
      }
    >
      {health === null ? null : (
        <HealthBody health={health} hands={hands} onKept={actions.changed} onSettings={onSettings} />
      )}
      {changing === null ? null : (
        <ChangeBreached what={changing} {...{ actions, onOpen, onError }} onClose={() => setChanging(null)} />
      )}
      {health !== null && asked === 'ignored' && ignored.length > 0 ? (
        <IgnoredDialog health={health} onClose={() => setAsked(null)} onAgain={(what) => ignore(what, null)} />
      ) : null}
      {asked === null || asked === 'ignored' ? null : (
        <IgnoreDialog
          what={asked}
          onClose={() => setAsked(null)}
          onIgnore={(reason) => {
            ignore(asked, reason)
            setAsked(null)
          }}
        />
      )}
    </Page>
  )
}

type HealthBodyProps = { readonly health: HealthView; readonly hands: HealthHands; onKept(): void; onSettings(): void }

function HealthBody({ health, hands, onKept, onSettings }: HealthBodyProps) {
  const t = useTexts()
  const nothing = health.findings.length + health.shared.length + health.duplicates.length === 0
  return (
    <div className={styles['health']}>
      <p className="muted small">{t.health.computed}</p>
      <Score health={health} />
      <BreachLine status={health.breaches} readOnly={hands.readOnly} {...{ onKept, onSettings }} />
      {nothing ? <EmptyState at="top" title={t.health.nothing} text={t.health.nothingText} /> : null}
      <SharedSecrets health={health} hands={hands} />
      <div className={styles['findings']}>
        <FindingSections health={health} hands={hands} />
        <Duplicates health={health} hands={hands} />
      </div>
    </div>
  )
}
