import { useState } from 'react'
import type { HealthView } from '../../../shared/health-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { LetterTile } from '../../ui/letter-tile.tsx'
import { Mask } from '../../ui/mask.tsx'
import { strengthLevel } from '../../ui/strength-level.ts'
import { type HealthHands, titleOf } from './health-hands.ts'
import styles from './health.module.css'

type Group = HealthView['shared'][number]
type SharedSecretsProps = { readonly health: HealthView; readonly hands: HealthHands }

/** Who shares a password with whom: each shared one is a line, and the items are its stops. */
export function SharedSecrets({ health, hands }: SharedSecretsProps) {
  const t = useTexts()
  if (health.shared.length === 0) return null
  return (
    <section className={styles['section']}>
      <h2 className="h3 line">
        {t.health.shared} <span className="muted num">{health.shared.length}</span>
      </h2>
      <ol>
        {health.shared.map((group) => (
          <Tram key={group.items.join()} {...{ health, hands, group }} />
        ))}
      </ol>
    </section>
  )
}

const TONES = { 1: 'danger', 2: 'warn', 3: 'quiet', 4: 'quiet' } as const
const FIRST_STOPS = 8

function Tram({ health, hands, group }: SharedSecretsProps & { readonly group: Group }) {
  const t = useTexts()
  const [all, setAll] = useState(false)
  const level = strengthLevel(group.bits)
  const stops = all ? group.items : group.items.slice(0, FIRST_STOPS)
  const hidden = group.items.length - stops.length
  const ignore = () =>
    hands.onIgnore({ kind: 'reused', items: group.items, title: t.health.sharedBy(group.items.length) })
  return (
    <li className={styles['tram']} data-tone={TONES[level]}>
      <div className={styles['tramName']}>
        <Mask />
        <span className={`small ${TONES[level]}`}>{t.ui.strength[level]}</span>
        {hands.readOnly ? null : (
          <Button kind="plain" size="small" className={styles['tramIgnore']} onClick={ignore}>
            {t.health.ignore}
          </Button>
        )}
      </div>
      <ol className={styles['stops']}>
        {stops.map((id) => (
          <li key={id}>
            <button type="button" onClick={() => hands.onOpen(id)}>
              <LetterTile title={titleOf(health, id)} />
              <span className="small truncate">{titleOf(health, id) || t.shell.untitled}</span>
            </button>
          </li>
        ))}
        {hidden === 0 ? null : (
          <li>
            <Button size="small" onClick={() => setAll(true)}>
              {t.health.more(hidden)}
            </Button>
          </li>
        )}
      </ol>
    </li>
  )
}
