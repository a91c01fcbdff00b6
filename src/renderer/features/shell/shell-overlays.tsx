import { useMemo } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { ExportItemsDialog } from '../export/export-items-dialog.tsx'
import { KeysSheet } from '../keys/keys-sheet.tsx'
import { Palette } from '../palette/palette.tsx'
import { ShareDialog } from '../share/share-dialog.tsx'
import { EmptyTrashDialog } from '../trash/empty-trash-dialog.tsx'
import { PurgeDialog } from '../trash/purge-dialog.tsx'
import { paletteGroups } from './palette-groups.ts'
import type { ShellHands } from './use-shell.ts'

export function ShellOverlays({ hands }: { readonly hands: ShellHands }) {
  const { overlay, setOverlay, actions } = hands
  const close = () => setOverlay(null)
  if (overlay === null) return null
  if (overlay.is === 'keys') return <KeysSheet onClose={close} />
  if (overlay.is === 'export') return <ExportItemsDialog onClose={close} />
  if (overlay.is === 'share') return <ShareDialog item={overlay.item} onClose={close} />
  if (overlay.is === 'palette') return <ShellPalette hands={hands} onClose={close} />
  const { items } = overlay
  const purge = () => {
    if (overlay.is === 'purge') actions.purgeNow(items)
    else actions.emptyNow(items)
    close()
  }
  if (overlay.is === 'emptyTrash') return <EmptyTrashDialog count={items.length} onEmpty={purge} onClose={close} />
  return <PurgeDialog items={items} onPurge={purge} onClose={close} />
}

function ShellPalette({ hands, onClose }: { readonly hands: ShellHands; onClose(): void }) {
  const t = useTexts()
  const { data, types, actions, run, editing, state } = hands
  const groups = useMemo(
    () =>
      paletteGroups(t, {
        item: state.editing === null ? data.item : null,
        types,
        readOnly: actions.readOnly,
        run,
        emptyTrash: (data.counts?.trash ?? 0) === 0 ? null : actions.emptyTrash,
        create: (type) => actions.create(type),
        page: (page) => editing.move({ do: 'go', place: { at: 'page', page } })
      }),
    // The groups of one opening: nothing behind the palette changes while it is open.
    // oxlint-disable-next-line react/exhaustive-deps
    [t, types]
  )
  return (
    <Palette
      groups={groups}
      onItem={(row) => editing.move({ do: 'select', id: row.id, open: true })}
      onClose={onClose}
    />
  )
}
