import type { MergeSummary } from '../../../shared/merge-views.ts'
import { useSession } from '../../session/session.ts'
import { call } from '../../api.ts'
import { errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PasswordDialog } from '../password/password-dialog.tsx'
import { useGo } from '../shell/place-context.ts'
import { ALL } from '../shell/shell-state.ts'
import { useFailure } from '../shell/use-failure.ts'
import { ChooseCopy } from './choose-copy.tsx'
import { useCopy } from './copy-context.tsx'
import { MergeReview } from './merge-review.tsx'
import styles from './merge.module.css'
import { type Merging, useMerge } from './use-merge.ts'

const UNDO_MS = 20_000

/** Two copies of the vault met: what would become of them, and the word to do it. */
export function MergePage() {
  const t = useTexts()
  const go = useGo()
  const { file, choose } = useCopy()
  const sayMerged = useSayMerged()
  const leave = () => {
    choose(null)
    go(ALL)
  }
  const merging = useMerge(file, (summary, takesKeys) => {
    sayMerged(summary, takesKeys)
    leave()
  })
  return (
    <Page
      title={t.merge.title}
      className={styles['page']}
      actions={file === null ? null : <PageActions merging={merging} name={file.name} onLeave={leave} />}
    >
      <PageBody merging={merging} hasFile={file !== null} onLeave={leave} />
    </Page>
  )
}

type PageActionsProps = { readonly merging: Merging; readonly name: string; onLeave(): void }

function PageActions({ merging: { state, apply }, name, onLeave }: PageActionsProps) {
  const t = useTexts()
  const { session } = useSession()
  const readOnly = session.status === 'unlocked' && session.vault.readOnly
  const isReady = state.at === 'review' && !state.review.bringsNothing && !readOnly
  return (
    <>
      <span className="muted small truncate">{name}</span>
      <Button disabled={apply.busy} onClick={onLeave}>
        {t.merge.notNow}
      </Button>
      <Button kind="primary" disabled={!isReady || apply.busy} onClick={apply.run}>
        {t.merge.merge}
      </Button>
    </>
  )
}

type PageBodyProps = { readonly merging: Merging; readonly hasFile: boolean; onLeave(): void }

function PageBody({ merging, hasFile, onLeave }: PageBodyProps) {
  const t = useTexts()
  const { state, open, apply, input } = merging
  if (!hasFile) return <ChooseCopy />
  const error = apply.error ?? (state.at === 'password' ? null : open.error)
  return (
    <>
      {error === null ? null : <Notice kind="danger">{errorText(t, error)}</Notice>}
      {state.at === 'opening' && open.busy ? <JobBar job="merge" label={t.merge.opening} cancellable={false} /> : null}
      {apply.busy ? <JobBar job="merge" label={t.merge.merging} cancellable={false} /> : null}
      {state.at === 'review' ? <MergeReview review={state.review} merging={merging} /> : null}
      {state.at === 'password' ? (
        <PasswordDialog
          title={t.merge.passwordTitle}
          text={t.merge.passwordText}
          label={t.common.masterPassword}
          action={t.merge.open}
          input={input}
          task={open}
          job="merge"
          jobLabel={t.merge.opening}
          onClose={onLeave}
        />
      ) : null}
    </>
  )
}

/** The way back stays for a while, as one step; under other keys there is none. */
function useSayMerged(): (summary: MergeSummary, takesKeys: boolean) => void {
  const t = useTexts()
  const toast = useToast()
  const fail = useFailure()
  const takeBack = () => {
    call('merge.takeBack', undefined).then(() => toast.show({ id: 'merged', text: t.merge.takenBack }), fail)
  }
  return ({ added, changed }, takesKeys) =>
    toast.show({
      id: 'merged',
      text: t.merge.merged(added, changed),
      ...(takesKeys ? {} : { lasts: UNDO_MS, action: { label: t.merge.undo, run: takeBack } })
    })
}
