import * as v from 'valibot'
import { VAULT_ERROR_CODES, type VaultErrorCode } from '../core/errors.ts'
import { failure, type Result, success } from '../shared/result.ts'

/** The part of Electron's UtilityProcess that is needed; tests put a plain object here. */
export type VaultProcess = {
  readonly pid?: number | undefined
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: () => void): unknown
  kill(): boolean
}

export type VaultAnswer = Result<unknown, VaultErrorCode>

export type VaultConnection = {
  /** Settles with the answer, or with the code of `abandon` when the process ends first. */
  ask(method: string, input: unknown): Promise<VaultAnswer>
  /** The code that calls still open at the end of the process get; LOCKED unless told otherwise. */
  endsWith(code: VaultErrorCode): void
  readonly ended: Promise<void>
  kill(): void
}

const codes = v.picklist([...VAULT_ERROR_CODES, 'BAD_ANSWER'])
const answerMessage = v.variant('ok', [
  v.strictObject({ id: v.number(), ok: v.literal(true), value: v.unknown() }),
  v.strictObject({
    id: v.number(),
    ok: v.literal(false),
    code: codes,
    detail: v.record(v.string(), v.union([v.string(), v.number()]))
  })
])
const eventMessage = v.strictObject({ event: v.string(), payload: v.unknown() })

/** Calls and answers over one vault process, from its start to its end. What it says is parsed: it reads hostile files. */
export function connectVault(
  process: VaultProcess,
  onEvent: (event: string, payload: unknown) => void
): VaultConnection {
  const open = new Map<number, (answer: VaultAnswer) => void>()
  let lastId = 0
  let closing: VaultErrorCode | null = null
  let gone = false

  process.on('message', (message) => {
    const event = v.safeParse(eventMessage, message)
    if (event.success) return onEvent(event.output.event, event.output.payload)
    const answer = v.safeParse(answerMessage, message)
    if (!answer.success) return
    open.get(answer.output.id)?.(toAnswer(answer.output))
    open.delete(answer.output.id)
  })

  const ended = new Promise<void>((resolve) => {
    process.once('exit', () => {
      gone = true
      for (const settle of open.values()) settle(failure(closing ?? 'LOCKED'))
      open.clear()
      resolve()
    })
  })

  return {
    ended,
    endsWith(code) {
      closing = code
    },
    kill: () => void process.kill(),
    async ask(method, input) {
      if (gone) return failure('LOCKED')
      lastId += 1
      const id = lastId
      const answer = new Promise<VaultAnswer>((resolve) => open.set(id, resolve))
      process.postMessage({ id, method, input })
      return answer
    }
  }
}

function toAnswer(message: v.InferOutput<typeof answerMessage>): VaultAnswer {
  if (message.ok) return success(message.value)
  return failure(message.code === 'BAD_ANSWER' ? 'INTERNAL' : message.code, message.detail)
}
