import type { HealthView, IgnoredFinding } from '../../../shared/health-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type ToIgnore, titleOf } from './health-hands.ts'
import styles from './health.module.css'

type IgnoredDialogProps = {
  readonly health: HealthView
  onAgain(what: Pick<ToIgnore, 'kind' | 'items'>): void
  onClose(): void
}

/** What does not count, since when and why. */
export function IgnoredDialog({ health, onAgain, onClose }: IgnoredDialogProps) {
  const t = useTexts()
  return (
    <Dialog
      title={t.health.ignored(health.ignored.length)}
      onClose={onClose}
      wide
      foot={<Button onClick={onClose}>{t.ui.close}</Button>}
    >
      <ul className={styles['ignored']}>
        {health.ignored.map((ignored) => (
          <Ignored key={`${ignored.kind} ${ignored.item}`} {...{ health, ignored, onAgain }} />
        ))}
      </ul>
    </Dialog>
  )
}

type IgnoredProps = Omit<IgnoredDialogProps, 'onClose'> & { readonly ignored: IgnoredFinding }

function Ignored({ health, ignored, onAgain }: IgnoredProps) {
  const t = useTexts()
  const format = useFormat()
  const { kind, item, reason, at } = ignored
  return (
    <li>
      <span className={styles['ignoredText']}>
        <span className="strong">{titleOf(health, item) || t.shell.untitled}</span>
        <span className="muted small">{t.health.ignoredSince(t.health.kindOf[kind], format.date(at), reason)}</span>
      </span>
      <Button size="small" onClick={() => onAgain({ kind, items: [item] })}>
        {t.health.again}
      </Button>
    </li>
  )
}
