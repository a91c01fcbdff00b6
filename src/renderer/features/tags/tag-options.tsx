import { useMemo } from 'react'
import { offeredTags } from './matching-tags.ts'

type TagOptionsProps = {
  /** What the input names as its list. */
  readonly id: string
  readonly known: readonly string[]
  readonly given: ReadonlySet<string>
  readonly typed: string
}

/** What is offered to somebody who types a tag. */
export function TagOptions({ id, known, given, typed }: TagOptionsProps) {
  const offered = useMemo(() => offeredTags(known, given, typed), [known, given, typed])
  return (
    <datalist id={id}>
      {offered.map((tag) => (
        <option key={tag} value={tag}>
          {tag}
        </option>
      ))}
    </datalist>
  )
}
