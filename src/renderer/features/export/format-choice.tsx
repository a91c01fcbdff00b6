import { type ExportFormat, exportFormat } from '../../../shared/export-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Radio } from '../../ui/radio.tsx'
import styles from './export.module.css'
import { isSealed } from './use-export-items.ts'

/** Encrypted ones first: what is chosen without a thought should be safe. */
const FORMATS = exportFormat.options.toSorted((a, b) => Number(isSealed(b)) - Number(isSealed(a)))

type FormatChoiceProps = { readonly format: ExportFormat; readonly onChoose: (format: ExportFormat) => void }

export function FormatChoice({ format, onChoose }: FormatChoiceProps) {
  const t = useTexts()
  return (
    <fieldset className={styles['formats']}>
      <legend className="head">{t.exports.format}</legend>
      {FORMATS.map((each) => {
        const { name, about } = t.exports.formats[each]
        return (
          <Radio key={each} group="export-format" chosen={each === format} onChoose={() => onChoose(each)}>
            <span className={styles['name']}>{name}</span>
            <span className={styles['about']}>{about}</span>
          </Radio>
        )
      })}
      <p className={styles['loses']} role="status">
        {t.exports.formats[format].loses}
      </p>
    </fieldset>
  )
}
