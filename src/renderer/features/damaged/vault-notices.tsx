import { useEffect, useState } from 'react'
import type { VaultView } from '../../../shared/vault-views.ts'
import { onEvent } from '../../api.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AcceptOlder } from './accept-older.tsx'
import styles from './vault-notices.module.css'

type NoticeOf = VaultView['notices'][number]

/** What opening the vault found out about its file, above everything until it is put away. */
export function VaultNotices({ vault }: { readonly vault: VaultView }) {
  const [away, setAway] = useState<ReadonlySet<string>>(new Set())
  const damagedAt = useDamageFound()
  const shown = vault.notices.filter(({ kind }) => !away.has(kind))
  const putAway = (kind: string): void => setAway((before) => new Set(before).add(kind))
  return (
    <>
      {damagedAt === null ? null : <DamageNotice offset={damagedAt} />}
      {shown.map((notice) => (
        <VaultNotice key={notice.kind} notice={notice} onPutAway={() => putAway(notice.kind)} />
      ))}
    </>
  )
}

function useDamageFound(): number | null {
  const [offset, setOffset] = useState<number | null>(null)
  useEffect(() => onEvent('vault.damageFound', (found) => setOffset(found.offset)), [])
  return offset
}

function DamageNotice({ offset }: { readonly offset: number }) {
  const t = useTexts()
  const format = useFormat()
  return (
    <Notice kind="danger" className={styles['notice']}>
      {t.notices.damageFound(format.number(offset))}
    </Notice>
  )
}

function VaultNotice({ notice, onPutAway }: { readonly notice: NoticeOf; readonly onPutAway: () => void }) {
  const t = useTexts()
  const sentence = useSentence(notice)
  const isWarning = notice.kind === 'rolledBack' || notice.kind === 'tailSetAside'
  return (
    <Notice
      kind={isWarning ? 'warn' : 'plain'}
      className={styles['notice']}
      actions={
        <>
          {notice.kind === 'rolledBack' ? <AcceptOlder missingSince={notice.missingSince} /> : null}
          <IconButton icon="x" size="small" label={t.ui.close} onClick={onPutAway} />
        </>
      }
    >
      {sentence}
    </Notice>
  )
}

function useSentence(notice: NoticeOf): string {
  const t = useTexts().notices
  const format = useFormat()
  switch (notice.kind) {
    case 'tailSetAside':
      return t.tailSetAside(format.bytes(notice.bytes))
    case 'rolledBack':
      return t.rolledBack(format.momentWithin(notice.missingSince))
    case 'freshnessUnknown':
      return t.freshnessUnknown
    case 'tooNew':
      return t.tooNew
    case 'heldByOther':
      return t.heldByOther(notice.host, notice.pid)
  }
}
