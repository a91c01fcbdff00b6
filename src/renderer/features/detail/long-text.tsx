import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './detail.module.css'
import { beginning, isCode } from './text-shape.ts'

/** A text of several lines: keys and certificates in the face of code, and the beginning of what is very long. */
export function LongText({ value }: { readonly value: string }) {
  const t = useTexts()
  const [all, setAll] = useState(false)
  const start = beginning(value)
  return (
    <>
      <div className={classes(styles['text'], isCode(value) && styles['codeText'])}>{all ? value : start}</div>
      {start === value ? null : (
        <Button kind="plain" size="small" className={styles['more']} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.detail.showLess : t.detail.showAll}
        </Button>
      )}
    </>
  )
}
