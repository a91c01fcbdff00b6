import type { FormEvent, ReactNode } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'
import styles from './wizard.module.css'

type WizardProps = {
  readonly title: string
  readonly steps: readonly string[]
  /** Index of the step that is shown. */
  readonly step: number
  readonly note?: string
  readonly heading: string
  readonly lead?: ReactNode
  readonly children?: ReactNode
  /** Buttons below, the one that goes on last. */
  readonly foot: ReactNode
  readonly onSubmit?: () => void
  /** Inside a dialog, which is no place for the page's main part. */
  readonly inDialog?: boolean
}

/** One question at a time: the steps at the side, the way on and back below. */
export function Wizard({
  title,
  steps,
  step,
  note,
  heading,
  lead,
  children,
  foot,
  onSubmit,
  inDialog = false
}: WizardProps) {
  const Main = inDialog ? 'div' : 'main'
  const t = useTexts()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <div className={styles['wizard']}>
      <aside className={styles['side']} aria-label={t.common.steps}>
        <div className={styles['bar']}>
          <Mark className={styles['mark']} />
          <span>{title}</span>
        </div>
        <ol className={styles['steps']}>
          {steps.map((name, place) => (
            <Step key={name} name={name} place={place} current={step} />
          ))}
        </ol>
        {note === undefined ? null : <p className={styles['note']}>{note}</p>}
      </aside>
      <Main className={styles['pane']}>
        <form className={styles['form']} onSubmit={submit} key={step}>
          <div className={styles['body']}>
            <p className={styles['count']}>{t.common.step(step + 1, steps.length)}</p>
            <h1 className="h1">{heading}</h1>
            {lead === undefined ? null : <p className="lead">{lead}</p>}
            {children}
          </div>
          <footer className={styles['foot']}>{foot}</footer>
        </form>
      </Main>
    </div>
  )
}

type StepProps = { readonly name: string; readonly place: number; readonly current: number }

function Step({ name, place, current }: StepProps) {
  const done = place < current
  return (
    <li
      className={classes(styles['step'], done && styles['done'])}
      aria-current={place === current ? 'step' : undefined}
    >
      <span className={styles['dot']}>{done ? <Icon name="check" /> : place + 1}</span>
      <span>{name}</span>
    </li>
  )
}

/** What is missing, between the way back and the way on. */
export function WizardHint({ children }: { readonly children?: ReactNode }) {
  return (
    <span className={styles['hint']} role="status">
      {children}
    </span>
  )
}
