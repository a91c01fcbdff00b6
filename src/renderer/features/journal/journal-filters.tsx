import type { JournalGroup, JournalView } from '../../../shared/journal-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { deviceName } from './entry-words.ts'
import { type Chosen, PERIODS, type Period } from './filter-choice.ts'
import styles from './journal.module.css'

type JournalFiltersProps = {
  readonly chosen: Chosen
  readonly devices: JournalView['devices']
  readonly total: number | null
  onChoose(chosen: Chosen): void
}

const GROUPS: readonly (JournalGroup | 'all')[] = ['all', 'opened', 'out', 'keys', 'vault']

/** By item, kind, device and time. */
export function JournalFilters({ chosen, devices, total, onChoose }: JournalFiltersProps) {
  const t = useTexts()
  const period = (days: Period) =>
    days === 'any' ? t.journal.anyTime : days === '365' ? t.journal.lastYear : t.journal.lastDays(Number(days))
  return (
    <search className={styles['filters']} aria-label={t.journal.filters}>
      <TextField
        type="search"
        label={t.journal.search}
        placeholder={t.journal.searchHint}
        icon="search"
        className={styles['search']}
        value={chosen.text}
        onChange={(event) => onChoose({ ...chosen, text: event.currentTarget.value })}
      />
      <Select
        label={t.journal.group}
        choices={GROUPS.map((value) => ({ value, label: t.journal.groups[value] }))}
        value={chosen.group}
        onChange={(group) => onChoose({ ...chosen, group })}
      />
      <Select
        label={t.journal.device}
        choices={[
          { value: 'any', label: t.journal.anyDevice },
          ...devices.map((device) => ({ value: device.id, label: deviceName(t, device) }))
        ]}
        value={chosen.device}
        onChange={(device) => onChoose({ ...chosen, device })}
      />
      <Select
        label={t.journal.time}
        choices={PERIODS.map((value) => ({ value, label: period(value) }))}
        value={chosen.period}
        onChange={(next) => onChoose({ ...chosen, period: next })}
      />
      <span className={`muted small ${styles['count']}`} role="status">
        {total === null ? '' : t.journal.count(total)}
      </span>
    </search>
  )
}
