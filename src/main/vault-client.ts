import * as v from 'valibot'
import { VaultError, type VaultErrorCode } from '../core/errors.ts'
import type { InternalInput, InternalMethod, InternalOutput } from '../shared/api.ts'
import { internalContract } from '../shared/contract.ts'
import { connectVault, type VaultAnswer, type VaultConnection, type VaultProcess } from './vault-connection.ts'

const CLOSE_MS = 500
/** What the disk did not take is written elsewhere first. */
const CLOSE_UNSAVED_MS = 5000
const KILL_MS = 2000

export type VaultClientParts = {
  readonly spawn: () => VaultProcess
  readonly onEvent: (event: string, payload: unknown) => void
  /** The process ended although nobody asked for it. */
  readonly onLost: () => void
  readonly killHard: (pid: number) => void
}

type Current = {
  readonly connection: VaultConnection
  readonly process: VaultProcess
  asked: boolean
  key: string | null
}

export type VaultClient = {
  /** A method of the page's. Without a process one is started: it holds no keys and serves the generator. */
  call(method: string, input: unknown): Promise<VaultAnswer>
  /** A method of main's own; throws the VaultError that the answer names. */
  ask<Name extends InternalMethod>(method: Name, input: InternalInput<Name>): Promise<InternalOutput<Name>>
  /** The key to seal secrets for the process with, which is started ahead of the first question if there is none. */
  sealingKey(): Promise<string>
  /** Whether this is the key of the process that would be asked now. */
  isKeyNow(key: string): boolean
  /**
   * A process that main has asked nothing yet, so that nothing of a vault is in it: one with a past is ended. What the
   * page asks of a process without a vault (a passphrase, the strength of one) leaves no past.
   */
  renew(): Promise<void>
  /**
   * Ends the process: the only sure eraser. It is given a moment to finish a save and release its lock file. Calls
   * that it leaves open get `code`; calls made meanwhile wait for the end, and for a fresh process.
   */
  end(code?: VaultErrorCode): Promise<void>
}

export function createVaultClient({ spawn, onEvent, onLost, killHard }: VaultClientParts): VaultClient {
  let current: Current | null = null
  let ending: Promise<void> | null = null
  let hasUnsaved = false

  function start(): Current {
    const process = spawn()
    hasUnsaved = false
    const connection = connectVault(process, (event, payload) => {
      if (event === 'vault.unsaved') hasUnsaved = !isZero(payload)
      onEvent(event, payload)
    })
    const mine: Current = { connection, process, asked: false, key: null }
    current = mine
    void connection.ended.then(() => {
      if (current !== mine) return
      current = null
      if (ending === null) onLost()
    })
    return mine
  }

  async function connected(): Promise<Current> {
    if (ending !== null) await ending
    return current ?? start()
  }

  function end(code: VaultErrorCode = 'LOCKED'): Promise<void> {
    ending ??= endNow(code).finally(() => {
      ending = null
    })
    return ending
  }

  async function endNow(code: VaultErrorCode): Promise<void> {
    if (current === null) return
    const { connection, process } = current
    connection.endsWith(code)
    // A cancelled job is not waited for: its process is busy and would not answer.
    const time = hasUnsaved ? CLOSE_UNSAVED_MS : CLOSE_MS
    if (code !== 'CANCELLED') await Promise.race([connection.ask('session.close', undefined), after(time)])
    connection.kill()
    const inTime = await Promise.race([connection.ended.then(() => true), after(KILL_MS).then(() => false)])
    if (!inTime && process.pid !== undefined) killHard(process.pid)
    await connection.ended
  }

  return {
    async call(method, input) {
      return (await connected()).connection.ask(method, input)
    },
    async ask(method, input) {
      const asked = await connected()
      asked.asked = true
      return answerOf(method, await asked.connection.ask(method, input))
    },
    async sealingKey() {
      const asked = await connected()
      asked.key ??= answerOf('session.sealingKey', await asked.connection.ask('session.sealingKey', undefined)).key
      return asked.key
    },
    isKeyNow: (key) => ending === null && current?.key === key,
    async renew() {
      if (ending !== null || current?.asked === true) await end()
    },
    end
  }
}

const isZero = (payload: unknown): boolean => v.is(v.object({ count: v.literal(0) }), payload)

function answerOf<Name extends InternalMethod>(method: Name, answer: VaultAnswer): InternalOutput<Name> {
  if (!answer.ok) throw new VaultError(answer.code, answer.detail)
  const parsed = v.safeParse(internalContract[method].output, answer.value)
  if (!parsed.success) throw new VaultError('INTERNAL')
  return parsed.output
}

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
