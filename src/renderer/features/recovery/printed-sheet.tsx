import { createPortal } from 'react-dom'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import styles from './printed-sheet.module.css'

type PrintedSheetProps = { readonly words: readonly string[]; readonly vaultName: string }

/** What the printer gets in place of the window; on the screen it is not there. */
export function PrintedSheet({ words, vaultName }: PrintedSheetProps) {
  const t = useTexts()
  const format = useFormat()
  const { printed } = t.recovery
  return createPortal(
    <div className={styles['sheet']} data-printed="" aria-hidden="true">
      <h1>{printed.title(vaultName)}</h1>
      <p>{printed.madeOn(format.date(Date.now()))}</p>
      <ol>
        {words.map((word, place) => (
          <li key={`${place}`}>
            <span>{place + 1}</span>
            {word}
          </li>
        ))}
      </ol>
      <QrCode text={words.join(' ')} label={printed.qr} className={styles['qr']} />
      <p>{printed.text}</p>
      <p>{printed.use}</p>
    </div>,
    document.body
  )
}
