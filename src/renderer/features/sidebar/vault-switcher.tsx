import { useState } from 'react'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { call } from '../../api.ts'
import { useSession } from '../../session/session.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { vaultTitle } from '../unlock/vault-title.ts'
import styles from './sidebar.module.css'

type VaultSwitcherProps = {
  readonly name: string
  /** Where the open one is, so that it is not offered to itself. */
  readonly place: string
  /** Saves what is open, then locks and goes on to another vault; null is one that is yet to be made. */
  onSwitch(to: ChosenFile | null): void
}

const MOST = 5

/** The name of the vault, and the others that this computer knows. One is open at a time. */
export function VaultSwitcher({ name, place, onSwitch }: VaultSwitcherProps) {
  const t = useTexts()
  const { session } = useSession()
  const [recent, setRecent] = useState<readonly ChosenFile[]>([])
  const read = () => void call('vault.recent', undefined).then(setRecent, () => setRecent([]))
  const others = recent.filter((file) => !isAt(file, place))
  const choose = () =>
    void call('vault.chooseFile', undefined).then(
      (file) => file !== null && onSwitch(file),
      () => {}
    )
  const entries: readonly MenuEntry[] = [
    ...others
      .slice(0, MOST)
      .map((file): MenuEntry => ({ label: labelOf(file, others), icon: 'folder', run: () => onSwitch(file) })),
    ...(others.length === 0 ? [] : (['line'] as const)),
    { label: t.shell.openOther, icon: 'folder', run: choose },
    { label: t.shell.newVault, icon: 'plus', run: () => onSwitch(null) }
  ]
  return (
    <Menu
      align="start"
      entries={entries}
      trigger={
        <button
          type="button"
          className={styles['switch']}
          aria-label={t.shell.switchVault(name)}
          disabled={session.status !== 'unlocked'}
          onPointerDown={read}
          onFocus={read}
        >
          <h1 className={`${styles['name']} truncate`}>{name}</h1>
          <Icon name="updown" />
        </button>
      }
    />
  )
}

/** Whatever stands between a folder and a file on this system. */
const isAt = ({ folder, name }: ChosenFile, place: string): boolean =>
  place.startsWith(folder) && place.endsWith(name) && place.length === folder.length + 1 + name.length

/** Two files of one name are told apart by their folders. */
function labelOf(file: ChosenFile, others: readonly ChosenFile[]): string {
  const title = vaultTitle(file.name)
  const twin = others.some((other) => other !== file && vaultTitle(other.name) === title)
  return twin ? `${title} (${file.folder})` : title
}
