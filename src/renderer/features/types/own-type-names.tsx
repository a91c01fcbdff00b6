import { type ReactNode, useMemo } from 'react'
import type { ItemTemplate } from '../../../shared/item-views.ts'
import { TextsContext, useTexts } from '../../texts/use-texts.ts'

type OwnTypeNamesProps = { readonly templates: readonly ItemTemplate[]; readonly children: ReactNode }

/** Types of the user's own are called by their names wherever a type is named: they join the catalogue of the vault. */
export function OwnTypeNames({ templates, children }: OwnTypeNamesProps) {
  const t = useTexts()
  const names = useMemo(() => {
    const own = templates.flatMap(({ type, name }) => (name === undefined ? [] : [[type, name] as const]))
    if (own.length === 0) return t
    const words = Object.fromEntries(own)
    return { ...t, types: { ...t.types, one: { ...t.types.one, ...words }, many: { ...t.types.many, ...words } } }
  }, [t, templates])
  return <TextsContext value={names}>{children}</TextsContext>
}
