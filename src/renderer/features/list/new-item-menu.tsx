import { typeName } from '../../texts/type-names.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { typeIcon } from '../sidebar/type-icon.ts'

type NewItemMenuProps = { readonly types: readonly string[]; onCreate(type: string): void }

export function NewItemMenu({ types, onCreate }: NewItemMenuProps) {
  const t = useTexts()
  return (
    <Menu
      trigger={<IconButton icon="plus" label={t.list.newItem} keys="Ctrl+N" />}
      entries={types.map((type) => ({
        label: typeName(t, type),
        icon: typeIcon(type),
        run: () => onCreate(type)
      }))}
    />
  )
}
