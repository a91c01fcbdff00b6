import { useTexts } from '../texts/use-texts.ts'
import { Icon } from './icon.tsx'
import styles from './tag-chip.module.css'

type TagChipProps = {
  /** `Work/Code` is Code within Work. */
  readonly tag: string
  readonly onOpen?: () => void
  readonly onRemove?: () => void
}

export function TagChip({ tag, onOpen, onRemove }: TagChipProps) {
  const t = useTexts()
  const name = <TagName tag={tag} />
  return (
    <span className={styles['tag']}>
      {onOpen === undefined ? (
        name
      ) : (
        <button type="button" className={styles['open']} onClick={onOpen}>
          {name}
        </button>
      )}
      {onRemove === undefined ? null : (
        <button
          type="button"
          className={styles['remove']}
          aria-label={t.ui.removeTag(tag)}
          title={t.ui.removeTag(tag)}
          onClick={onRemove}
        >
          <Icon name="x" className={styles['icon']} />
        </button>
      )}
    </span>
  )
}

function TagName({ tag }: { readonly tag: string }) {
  const cut = tag.lastIndexOf('/')
  if (cut < 0) return tag
  return (
    <>
      <em>{tag.slice(0, cut).replaceAll('/', ' / ')} / </em>
      {tag.slice(cut + 1)}
    </>
  )
}

export function TagList({ children }: { readonly children: React.ReactNode }) {
  return <span className={styles['tags']}>{children}</span>
}
