import { useTexts } from '../../texts/use-texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { ScanCode } from './use-scan-code.tsx'

export function ScanMenu({ scan }: { readonly scan: ScanCode }) {
  const t = useTexts()
  return (
    <Menu
      trigger={<IconButton size="small" icon="qr" label={t.codes.scan} />}
      entries={[
        { label: t.codes.fromFile, icon: 'folder', run: scan.fromFile },
        { label: t.codes.fromClipboard, icon: 'copy', run: scan.fromClipboard }
      ]}
    />
  )
}
