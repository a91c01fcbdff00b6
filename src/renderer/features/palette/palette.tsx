import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ItemSummary } from '../../../shared/list-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Highlighted } from '../../ui/highlighted.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KeyCaps } from '../../ui/key-hint.tsx'
import { LetterTile } from '../../ui/letter-tile.tsx'
import styles from './palette.module.css'
import type { PaletteGroup, PaletteLine } from './palette-line.ts'
import { usePaletteLines } from './use-palette-lines.ts'

type PaletteProps = { readonly groups: readonly PaletteGroup[]; onItem(row: ItemSummary): void; onClose(): void }

const LIST = 'palette-lines'
const lineId = (place: number): string => `palette-line-${place}`

/** Everything by its name: what can be done, and what is in the vault. */
export function Palette({ groups, onItem, onClose }: PaletteProps) {
  const t = useTexts()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const lines = usePaletteLines(groups, text, onItem)
  const chosen = Math.min(at, lines.length - 1)
  const run = (line: PaletteLine | undefined) => {
    if (line === undefined) return
    onClose()
    line.run()
  }
  const keys = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) setAt((chosen + by + lines.length) % Math.max(1, lines.length))
    else if (event.key === 'Enter') run(lines[chosen])
    else return
    event.preventDefault()
  }
  return (
    <BaseDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles['scrim']} />
        <BaseDialog.Viewport className={styles['viewport']}>
          <BaseDialog.Popup className={styles['palette']} aria-label={t.palette.title} initialFocus={input}>
            <div className={styles['field']}>
              <Icon name="search" />
              <input
                ref={input}
                role="combobox"
                aria-expanded="true"
                aria-controls={lines.length === 0 ? undefined : LIST}
                aria-autocomplete="list"
                aria-activedescendant={lines.length === 0 ? undefined : lineId(chosen)}
                aria-label={t.palette.title}
                placeholder={t.palette.placeholder}
                autoComplete="off"
                spellCheck={false}
                value={text}
                onChange={(event) => {
                  setText(event.currentTarget.value)
                  setAt(0)
                }}
                onKeyDown={keys}
              />
              <KeyCaps keys="Esc" />
            </div>
            <PaletteLines lines={lines} chosen={chosen} text={text} onRun={run} />
            <div className={styles['foot']} aria-hidden="true">
              <span>
                <KeyCaps keys="Up+Down" /> {t.palette.move}
              </span>
              <span>
                <KeyCaps keys="Enter" /> {t.palette.run}
              </span>
            </div>
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

type PaletteLinesProps = {
  readonly lines: readonly PaletteLine[]
  readonly chosen: number
  readonly text: string
  onRun(line: PaletteLine): void
}

function PaletteLines({ lines, chosen, text, onRun }: PaletteLinesProps) {
  const t = useTexts()
  useEffect(() => {
    void document.getElementById(lineId(chosen))?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  if (lines.length === 0) return <p className={styles['nothing']}>{t.palette.nothing(text)}</p>
  return (
    // Focus stays in the field above, which names the chosen line.
    <div id={LIST} role="listbox" tabIndex={-1} aria-label={t.palette.commands} className={styles['list']}>
      {lines.map((line, place) => (
        <div key={line.id} role="presentation">
          {line.head === null ? null : (
            <div className={`head ${styles['head']}`} role="presentation">
              {line.head}
            </div>
          )}
          <Line line={line} place={place} chosen={place === chosen} onRun={onRun} />
        </div>
      ))}
    </div>
  )
}

type LineProps = {
  readonly line: PaletteLine
  readonly place: number
  readonly chosen: boolean
  onRun(line: PaletteLine): void
}

function Line({ line, place, chosen, onRun }: LineProps) {
  return (
    <div
      id={lineId(place)}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={styles['line']}
      onClick={() => onRun(line)}
      onKeyDown={undefined}
    >
      {line.icon === null ? <LetterTile title={line.name} size="small" /> : <Icon name={line.icon} />}
      <span className="truncate">
        <Highlighted text={line.name} hits={line.hits} />
      </span>
      <span className={styles['end']}>
        {line.keys === undefined ? <span className="muted small">{line.note}</span> : <KeyCaps keys={line.keys} />}
      </span>
    </div>
  )
}
