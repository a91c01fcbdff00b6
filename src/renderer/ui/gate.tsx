import { type DragEvent, type ReactNode, useState } from 'react'
import { classes } from './classes.ts'
import styles from './gate.module.css'

type GateProps = {
  readonly children: ReactNode
  /** Quiet buttons along the lower edge. */
  readonly foot?: ReactNode
  readonly wide?: boolean
  /** Takes the first file that is dropped anywhere on it. */
  readonly onDropFile?: (file: File) => void
  readonly dropText?: string
}

/** A screen with one column in the middle: what stands before the vault. */
export function Gate({ children, foot, wide = false, onDropFile, dropText }: GateProps) {
  const [over, setOver] = useState(false)
  const drag = (event: DragEvent): void => {
    if (onDropFile === undefined || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined) onDropFile?.(file)
  }
  return (
    <main
      className={classes(styles['gate'], wide && styles['wide'])}
      onDragOver={drag}
      onDragLeave={(event) => event.target === event.currentTarget && setOver(false)}
      onDrop={drop}
    >
      <div className={styles['column']}>{children}</div>
      {foot === undefined ? null : <footer className={styles['foot']}>{foot}</footer>}
      {over ? <div className={styles['drop']}>{dropText}</div> : null}
    </main>
  )
}
