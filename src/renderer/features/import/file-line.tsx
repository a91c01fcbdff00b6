import type { ChosenFile } from '../../../shared/vault-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import styles from './import.module.css'

/** Which file, and what made it. */
export function FileLine({ file, format }: { readonly file: ChosenFile; readonly format: string }) {
  const t = useTexts()
  return (
    <p className={`quiet ${styles['lead']}`}>
      {t.imports.from} <span className={styles['mono']}>{file.name}</span>, {t.imports.formats[format] ?? format}
    </p>
  )
}
