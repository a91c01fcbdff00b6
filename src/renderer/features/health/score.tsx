import type { FindingKind, HealthView } from '../../../shared/health-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import styles from './health.module.css'
import { sparkPoints, trendOf } from './trend.ts'

export function Score({ health }: { readonly health: HealthView }) {
  const t = useTexts()
  const { score, shared, findings } = health
  const trend = trendOf(health.trend)
  const countOf = (wanted: FindingKind): number => findings.filter(({ kind }) => kind === wanted).length
  const worst = { breached: countOf('breached'), shared: shared.length, weak: countOf('weak') }
  return (
    <section className={styles['score']} aria-label={t.health.scoreName}>
      <div className={styles['number']}>
        <span className={styles['value']}>{score}</span>
        <span className="muted">{t.health.of}</span>
      </div>
      <div className={styles['words']}>
        {trend === null ? null : <Change by={trend.by} since={trend.since} />}
        <p className="quiet">{t.health.why(worst, shared[0]?.gain ?? 0)}</p>
      </div>
      {trend === null ? null : <Spark health={health} since={trend.since} />}
    </section>
  )
}

function Change({ by, since }: { readonly by: number; readonly since: number }) {
  const t = useTexts()
  const format = useFormat()
  return <p className="strong">{t.health.change(by, format.date(since))}</p>
}

const WIDTH = 240
const HEIGHT = 56

function Spark({ health, since }: { readonly health: HealthView; readonly since: number }) {
  const t = useTexts()
  const format = useFormat()
  const points = sparkPoints(
    health.trend.map(({ score }) => score),
    WIDTH,
    HEIGHT
  )
  const line = points.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  const [endX, endY] = points.at(-1) ?? [0, 0]
  const [startX] = points[0] ?? [0]
  return (
    <figure className={styles['trend']}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t.health.trend(health.trend[0]?.score ?? 0, health.trend.at(-1)?.score ?? 0)}
      >
        <path className={styles['base']} d={`M0 ${HEIGHT - 0.5}h${WIDTH}`} />
        <path className={styles['area']} d={`${line}V${HEIGHT - 1}H${startX}Z`} />
        <path className={styles['line']} d={line} />
        <circle className={styles['dot']} cx={endX} cy={endY} r="3.5" />
      </svg>
      <figcaption className="muted small">
        <span>{format.date(since)}</span>
        <span>{t.health.today}</span>
      </figcaption>
    </figure>
  )
}
