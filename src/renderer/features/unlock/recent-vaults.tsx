import { useEffect, useState } from 'react'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { LetterTile } from '../../ui/letter-tile.tsx'
import styles from './unlock.module.css'
import { vaultTitle } from './vault-title.ts'

type RecentVaultsProps = { readonly current: ChosenFile; readonly onChoose: (file: ChosenFile) => void }

const MOST = 5

export function RecentVaults({ current, onChoose }: RecentVaultsProps) {
  const t = useTexts()
  const [recent, setRecent] = useState<readonly ChosenFile[]>([])
  useEffect(() => {
    void call('vault.recent', undefined).then(setRecent, () => setRecent([]))
  }, [])
  const others = recent.filter((file) => file.handle !== current.handle).slice(0, MOST)
  if (others.length === 0) return null
  return (
    <section className={styles['recent']} aria-label={t.unlock.otherVaults}>
      <h2 className="head">{t.unlock.otherVaults}</h2>
      <ul>
        {others.map((file) => (
          <li key={file.handle}>
            <button type="button" className={styles['vault']} onClick={() => onChoose(file)}>
              <LetterTile title={vaultTitle(file.name)} size="small" />
              <span className={styles['vaultName']}>{vaultTitle(file.name)}</span>
              <span className={styles['path']}>{file.folder}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
