import type { Finding, HealthView } from '../../../shared/health-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { FindingRow } from './finding-row.tsx'
import { daysUntil, yearsSince } from './finding-time.ts'
import { type HealthHands, titleOf } from './health-hands.ts'
import styles from './health.module.css'

const KINDS = ['breached', 'weak', 'noCode', 'old', 'expiring'] as const
type FindingSectionsProps = { readonly health: HealthView; readonly hands: HealthHands }

export function FindingSections({ health, hands }: FindingSectionsProps) {
  const t = useTexts()
  return KINDS.map((kind) => {
    const found = health.findings.filter((finding) => finding.kind === kind).toSorted(mostSeenFirst)
    if (found.length === 0) return null
    return (
      <section key={kind} className={styles['kind']}>
        <h2 className="h3 line">
          {t.health.kind[kind]} <span className="muted num">{found.length}</span>
        </h2>
        <ul>
          {found.map((finding) => (
            <Row key={`${finding.item} ${'field' in finding ? finding.field : ''}`} {...{ health, hands, finding }} />
          ))}
        </ul>
      </section>
    )
  })
}

/** What many attackers have is the most urgent; all else stays in the order in which it came. */
const mostSeenFirst = (a: Finding, b: Finding): number =>
  a.kind === 'breached' && b.kind === 'breached' ? b.seen - a.seen : 0

function Row({ health, hands, finding }: FindingSectionsProps & { readonly finding: Finding }) {
  const t = useTexts()
  const why = useWhy()
  const title = titleOf(health, finding.item)
  const open = () => hands.onOpen(finding.item)
  return (
    <FindingRow
      title={title}
      why={why(finding)}
      readOnly={hands.readOnly}
      onOpen={open}
      onIgnore={() => hands.onIgnore({ kind: finding.kind, items: [finding.item], title: title || t.shell.untitled })}
      help={<Help {...{ hands, finding }} title={title || t.shell.untitled} />}
    />
  )
}

type HelpProps = { readonly hands: HealthHands; readonly finding: Finding; readonly title: string }

function Help({ hands, finding, title }: HelpProps) {
  const t = useTexts()
  if (finding.kind === 'breached' && !hands.readOnly)
    return (
      <Button size="small" aria-label={t.breaches.changeOf(title)} onClick={() => hands.onChange(finding)}>
        {t.breaches.change}
      </Button>
    )
  return (
    <Button size="small" aria-label={t.health.openOf(title)} onClick={() => hands.onOpen(finding.item)}>
      {t.health.open}
    </Button>
  )
}

function useWhy(): (finding: Finding) => string {
  const { health: t, breaches } = useTexts()
  const format = useFormat()
  return (finding) => {
    switch (finding.kind) {
      case 'breached':
        return breaches.seen(finding.seen)
      case 'weak':
        return t.bits(Math.floor(finding.bits))
      case 'noCode':
        return t.siteOffersCode
      case 'old':
        return t.unchanged(yearsSince(finding.since), format.date(finding.since))
      case 'expiring':
        return t.expires(daysUntil(finding.at), format.date(finding.at))
    }
  }
}
