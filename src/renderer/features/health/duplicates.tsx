import type { HealthView } from '../../../shared/health-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { FindingRow } from './finding-row.tsx'
import { type HealthHands, titleOf } from './health-hands.ts'
import styles from './health.module.css'

type DuplicatesProps = { readonly health: HealthView; readonly hands: HealthHands }

/** The same account more than once; merging keeps every value of all of them. */
export function Duplicates({ health, hands }: DuplicatesProps) {
  const t = useTexts()
  if (health.duplicates.length === 0) return null
  return (
    <section className={styles['kind']}>
      <h2 className="h3 line">
        {t.health.kind.duplicate} <span className="muted num">{health.duplicates.length}</span>
      </h2>
      <ul>
        {health.duplicates.map((ids) => {
          const [first = ''] = ids
          const title = titleOf(health, first)
          const name = title || t.shell.untitled
          return (
            <FindingRow
              key={ids.join()}
              title={title}
              why={t.health.same(ids.length)}
              readOnly={hands.readOnly}
              onOpen={() => hands.onOpen(first)}
              onIgnore={() => hands.onIgnore({ kind: 'duplicate', items: ids, title: name })}
              help={
                hands.readOnly ? null : (
                  <Button size="small" icon="merge" onClick={() => hands.onMerge(ids, name)}>
                    {t.health.merge}
                  </Button>
                )
              }
            />
          )
        })}
      </ul>
    </section>
  )
}
