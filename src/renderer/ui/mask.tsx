import { useTexts } from '../texts/use-texts.ts'
import styles from './mask.module.css'

/** Twelve dots whatever the length behind them. */
export function Mask() {
  const t = useTexts()
  return <span className={styles['mask']} role="img" aria-label={t.ui.concealed} />
}
