import { type RefObject, useRef, useState } from 'react'
import type { Input } from '../../../shared/api.ts'
import type { ItemDetail } from '../../../shared/item-views.ts'
import { call } from '../../api.ts'
import { type FromPage, secret } from '../../secret.ts'
import { type Task, useTask } from '../../session/use-task.ts'
import { takeValue } from '../../ui/take-value.ts'
import { missingCharacters } from '../password/password-rules.ts'

export type ShareWay = 'key' | 'passphrase'
export type ShareAs = 'text' | 'file'
/** What was done: the name of the file, or '' for the clipboard. */
export type Shared = { readonly name: string }

/** Stands for the files of the item among what goes along; no field has such an id. */
export const FILES = '.files'

export type ShareForm = {
  readonly nothing: boolean
  /** Fields that have something to share. */
  readonly fields: readonly ItemDetail['fields'][number][]
  readonly left: ReadonlySet<string>
  readonly toggle: (field: string) => void
  readonly way: ShareWay
  readonly setWay: (way: ShareWay) => void
  readonly keys: ReadonlySet<string>
  readonly toggleKey: (key: string) => void
  readonly otherKey: string
  readonly setOtherKey: (key: string) => void
  readonly missing: number
  readonly typed: (passphrase: string) => void
  readonly passphrase: RefObject<HTMLInputElement | null>
  readonly ready: boolean
  readonly task: Task<[ShareAs]>
}

export function useShare(item: ItemDetail, onShared: (shared: Shared) => void): ShareForm {
  const fields = item.fields.filter(hasContent)
  const hasFiles = item.attachments.length > 0
  const choices = fields.length + (hasFiles ? 1 : 0)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [way, setWay] = useState<ShareWay>('key')
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [otherKey, setOtherKey] = useState('')
  const [missing, setMissing] = useState(() => missingCharacters(''))
  const passphrase = useRef<HTMLInputElement>(null)
  const all = [...keys, ...otherKey.split(/\s+/).filter((key) => key !== '')]
  const task = useTask(async (as: ShareAs) => {
    const typed = takeValue(passphrase.current)
    setMissing(missingCharacters(''))
    const to = way === 'key' ? { recipients: all } : { passphrase: secret(typed) }
    const chosen = fields.filter(({ id }) => !left.has(id)).map(({ id }) => id)
    const shared = await shareAs(as, { item: item.id, fields: chosen, attachments: hasFiles && !left.has(FILES), to })
    if (shared !== null) onShared(shared)
  })
  return {
    nothing: left.size === choices,
    fields,
    left,
    toggle: (field) => setLeft(toggled(left, field)),
    way,
    setWay,
    keys,
    toggleKey: (key) => setKeys(toggled(keys, key)),
    otherKey,
    setOtherKey,
    missing,
    typed: (text) => setMissing(missingCharacters(text)),
    passphrase,
    ready: left.size < choices && (way === 'key' ? all.length > 0 : missing === 0),
    task
  }
}

async function shareAs(as: ShareAs, request: FromPage<Input<'share.asText'>>): Promise<Shared | null> {
  if (as === 'file') return call('share.asFile', request)
  const { text } = await call('share.asText', request)
  await call('share.copy', { text })
  return { name: '' }
}

const hasContent = (field: ItemDetail['fields'][number]): boolean =>
  field.concealed ? !field.empty : field.value !== ''

function toggled(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}
