import { classes } from './classes.ts'
import styles from './letter-tile.module.css'
import { tileHue, tileLetter } from './tile-hue.ts'

type LetterTileProps = { readonly title: string; readonly size?: 'small' | 'normal' | 'large' }

/** The first letter on a hue of the title's own: no site icon is ever fetched. */
export function LetterTile({ title, size = 'normal' }: LetterTileProps) {
  const hue = title.trim() === '' ? 'none' : `hue${tileHue(title)}`
  return (
    <span className={classes(styles['tile'], styles[hue], size !== 'normal' && styles[size])} aria-hidden="true">
      {tileLetter(title)}
    </span>
  )
}
