import type { ReactNode } from 'react'
import type { ImportSummary } from '../../../shared/import-views.ts'
import { typeNames } from '../../texts/type-names.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { classes } from '../../ui/classes.ts'
import styles from './import.module.css'

/** Items by type, attachments and older versions: what is in the file, and what becomes of it. */
export function CountsTable({ summary }: { readonly summary: ImportSummary }) {
  const t = useTexts()
  const { types, items, attachments, older } = summary
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t.imports.type}</th>
          {[t.imports.inFile, t.imports.fresh, t.imports.joined, t.imports.leftOut].map((head) => (
            <th key={head} scope="col" className={styles['number']}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {types.map(({ type, fresh, joined }) => (
          <Line key={type} name={typeNames(t, type)} counts={[fresh + joined, fresh, joined, 0]} />
        ))}
        <Line
          total
          name={t.imports.items}
          counts={[items.found, items.fresh, items.joined, items.found - items.fresh - items.joined]}
        />
        {attachments.found === 0 ? null : (
          <Line
            name={t.imports.attachments}
            counts={[attachments.found, attachments.fresh, attachments.found - attachments.fresh, 0]}
          />
        )}
        {older.found === 0 ? null : (
          <Line name={t.imports.older} counts={[older.found, older.fresh, 0, older.found - older.fresh]} />
        )}
      </tbody>
    </table>
  )
}

type LineProps = { readonly name: ReactNode; readonly counts: readonly number[]; readonly total?: boolean }

function Line({ name, counts, total = false }: LineProps) {
  const format = useFormat()
  const last = counts.length - 1
  return (
    <tr className={classes(total && styles['total'])}>
      <th scope="row">{name}</th>
      {counts.map((count, index) => (
        <td
          key={index}
          className={classes('num', styles['number'], count === 0 && 'muted', index === last && count > 0 && 'warn')}
        >
          {format.number(count)}
        </td>
      ))}
    </tr>
  )
}
