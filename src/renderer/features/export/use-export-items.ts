import { type RefObject, useRef, useState } from 'react'
import type { Input, Output } from '../../../shared/api.ts'
import type { ExportFormat } from '../../../shared/export-views.ts'
import { call } from '../../api.ts'
import { type FromPage, secret } from '../../secret.ts'
import { type Task, useTask } from '../../session/use-task.ts'
import { takeValue } from '../../ui/take-value.ts'
import { missingCharacters } from '../password/password-rules.ts'

export type Written = NonNullable<Output<'export.write'>>
export type SealWay = 'password' | 'keys'

export type ExportForm = {
  readonly format: ExportFormat
  readonly choose: (format: ExportFormat) => void
  readonly way: SealWay
  readonly setWay: (way: SealWay) => void
  readonly armor: boolean
  readonly setArmor: (armor: boolean) => void
  readonly recipients: string
  readonly setRecipients: (text: string) => void
  /** Characters that the password of the file is short of. */
  readonly missing: number
  readonly typed: (password: string) => void
  readonly master: RefObject<HTMLInputElement | null>
  readonly own: RefObject<HTMLInputElement | null>
  readonly task: Task<[]>
  readonly written: Written | null
}

const SEALED: ReadonlySet<ExportFormat> = new Set(['age', 'bitwarden-sealed', 'kdbx'])

export const isSealed = (format: ExportFormat): boolean => SEALED.has(format)

/** Whether the file gets a password of its own. */
export const takesPassword = (format: ExportFormat, way: SealWay): boolean =>
  isSealed(format) && (format !== 'age' || way === 'password')

/** What is chosen stays in the page; both passwords are read when they are sent, and the fields emptied. */
export function useExportItems(): ExportForm {
  const [format, choose] = useState<ExportFormat>('age')
  const [way, setWay] = useState<SealWay>('password')
  const [armor, setArmor] = useState(false)
  const [recipients, setRecipients] = useState('')
  const [missing, setMissing] = useState(() => missingCharacters(''))
  const [written, setWritten] = useState<Written | null>(null)
  const master = useRef<HTMLInputElement>(null)
  const own = useRef<HTMLInputElement>(null)
  const task = useTask(async () => {
    const masterPassword = secret(takeValue(master.current))
    const password = takeValue(own.current)
    setMissing(missingCharacters(''))
    const seal = sealOf(format, way, { password, armor, recipients })
    setWritten(await call('export.write', { format, seal, masterPassword }))
  })
  const typed = (password: string): void => setMissing(missingCharacters(password))
  const choices = { format, choose, way, setWay, armor, setArmor, recipients, setRecipients }
  return { ...choices, missing, typed, master, own, task, written }
}

type ExportSeal = Input<'export.write'>['seal']
type Given = { readonly password: string; readonly armor: boolean; readonly recipients: string }

function sealOf(format: ExportFormat, way: SealWay, { password, armor, recipients }: Given): FromPage<ExportSeal> {
  if (!isSealed(format)) return {}
  const asText = format === 'age' && armor ? { armor } : {}
  if (takesPassword(format, way)) return { password: secret(password), ...asText }
  return { recipients: recipients.split(/\s+/).filter((key) => key !== ''), ...asText }
}
