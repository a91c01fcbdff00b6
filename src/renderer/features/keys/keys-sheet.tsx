import type { MenuCommand } from '../../../shared/events.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyCaps } from '../../ui/key-hint.tsx'
import styles from './keys-sheet.module.css'
import { SHORTCUTS } from './shortcuts.ts'

const EVERYWHERE: readonly MenuCommand[] = [
  'search',
  'new',
  'palette',
  'generator',
  'reroll',
  'settings',
  'lock',
  'undo',
  'redo',
  'keys'
]
const ITEM: readonly MenuCommand[] = [
  'copyPassword',
  'copyUsername',
  'copyCode',
  'copyUrl',
  'openUrl',
  'edit',
  'save',
  'duplicate',
  'trash'
]

export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const lines = (commands: readonly MenuCommand[]) =>
    commands.map((command) => [t.keys.command[command], SHORTCUTS[command]] as const)
  return (
    <Dialog title={t.keys.title} onClose={onClose} wide>
      <div className={styles['columns']}>
        <Group title={t.keys.item} lines={[...lines(ITEM), [t.keys.copyNew, 'Ctrl+Shift+C']]} />
        <Group
          title={t.keys.search}
          lines={[
            [t.keys.arrows, 'Up+Down'],
            [t.keys.range, 'Shift+Up+Down'],
            [t.keys.all, 'Ctrl+A'],
            [t.keys.enter, 'Enter'],
            [t.keys.escape, 'Esc']
          ]}
        />
        <Group
          title={t.keys.everywhere}
          lines={[...lines(EVERYWHERE), [t.keys.messages, 'F6'], [t.keys.quit, 'Ctrl+Q']]}
        />
        <p className="muted small">{t.keys.typing}</p>
      </div>
    </Dialog>
  )
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly (readonly [string, string])[] }) {
  return (
    <section className={styles['group']}>
      <h3 className="head">{title}</h3>
      <dl>
        {lines.map(([name, keys]) => (
          <div key={name} className={styles['line']}>
            <dt>{name}</dt>
            <dd>
              <KeyCaps keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
