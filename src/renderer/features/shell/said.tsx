import type { ReactNode } from 'react'

type SaidProps = { readonly parts: readonly [title: string, rest: string]; readonly end?: ReactNode }

/** A sentence about an item: its title is set off from the words, and its direction does not turn theirs around. */
export function Said({ parts: [title, rest], end }: SaidProps) {
  return (
    <>
      <bdi className="strong">{title}</bdi>
      {rest}
      {end === undefined ? null : <b className="strong num">{end}</b>}
    </>
  )
}
