import { errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordDialog } from '../password/password-dialog.tsx'
import { DifferentItems } from './different-items.tsx'
import { ItemThenAndNow } from './item-then-and-now.tsx'
import styles from './time-machine.module.css'
import type { TimeMachine } from './use-time-machine.ts'

/** The chosen backup beside now. */
export function BackupPane({ machine }: { readonly machine: TimeMachine }) {
  const t = useTexts()
  const { chosen, state, open, input } = machine
  if (chosen === null) return <EmptyState text={t.timeMachine.choose} />
  return (
    <>
      <header className={styles['title']}>
        <h2 className="h2">{chosen.name}</h2>
        <Summary machine={machine} />
      </header>
      {open.error === null || state.at === 'password' ? null : (
        <Notice kind="danger">{errorText(t, open.error)}</Notice>
      )}
      {state.at === 'opening' && open.busy ? (
        <JobBar job="restore" label={t.timeMachine.opening} cancellable={false} />
      ) : null}
      {state.at === 'open' ? <DifferentItems machine={machine} difference={state.difference} /> : null}
      {machine.item === null ? null : <ItemThenAndNow machine={machine} item={machine.item} />}
      {state.at === 'password' ? (
        <PasswordDialog
          title={t.timeMachine.passwordTitle}
          text={t.timeMachine.passwordText}
          label={t.common.masterPassword}
          action={t.timeMachine.open}
          input={input}
          task={open}
          job="restore"
          jobLabel={t.timeMachine.opening}
          onClose={() => machine.choose(null)}
        />
      ) : null}
    </>
  )
}

function Summary({ machine: { chosen, state } }: { readonly machine: TimeMachine }) {
  const t = useTexts()
  const format = useFormat()
  const verified = chosen?.verifiedAt ?? null
  const parts = verified === null ? [] : [t.timeMachine.verified(format.momentWithin(verified))]
  if (state.at === 'open') {
    const of = (is: string) => state.difference.items.filter((item) => item.is === is).length
    const isSame = state.difference.items.length === 0
    const summary = t.timeMachine.summary(of('changed'), of('new'), of('trashed'), of('gone'))
    parts.push(isSame ? t.timeMachine.same : t.timeMachine.compared(summary))
  }
  return <p className="small muted">{parts.join(' ')}</p>
}
