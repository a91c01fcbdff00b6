import { Fragment } from 'react'
import type { PassphraseOptions } from '../../../shared/generator-views.ts'
import { SecretText } from '../../ui/secret-text.tsx'
import styles from './generator.module.css'

const SEPARATORS = { space: ' ', hyphen: '-', dot: '.', underscore: '_', none: '' } as const

type PassphraseTextProps = { readonly text: string; readonly separator: PassphraseOptions['separator'] }

/** Words to be read as words: what parts them steps back, and a line breaks only behind it. */
export function PassphraseText({ text, separator }: PassphraseTextProps) {
  const mark = SEPARATORS[separator]
  if (mark === '') return <SecretText value={text} large />
  const words = text.split(mark)
  return (
    <span translate="no">
      {words.map((word, place) => (
        <Fragment key={`${place}`}>
          <SecretText value={word} large />
          {place === words.length - 1 ? null : <span className={styles['separator']}>{mark}</span>}
          <wbr />
        </Fragment>
      ))}
    </span>
  )
}
