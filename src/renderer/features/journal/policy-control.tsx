import { useState } from 'react'
import type { JournalPolicy } from '../../../shared/journal-views.ts'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Select } from '../../ui/select.tsx'
import { useFailure } from '../shell/use-failure.ts'
import { useJournalVersion } from './use-journal-version.ts'
import { useJournalView } from './use-journal-view.ts'

const POLICIES: readonly JournalPolicy[] = ['infrastructure', 'all', 'none']

/** Of which items the journal speaks: kept in the vault, so it holds on every device. */
export function PolicyControl() {
  const t = useTexts().journal
  const fail = useFailure()
  const [saved, setSaved] = useState(0)
  const view = useJournalView(useJournalVersion() + saved, fail)
  if (view === null) return null
  if (!view.kept) return <span className="quiet">{t.policies[view.policy]}</span>
  const change = (policy: JournalPolicy) => {
    call('journal.setPolicy', { policy }).then(() => setSaved((before) => before + 1), fail)
  }
  return (
    <Select
      label={t.setting.name}
      choices={POLICIES.map((value) => ({ value, label: t.policies[value] }))}
      value={view.policy}
      onChange={change}
    />
  )
}
