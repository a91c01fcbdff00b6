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

export type VaultClient = {
  /** A method of the page's. Without a process one is started: it holds no keys and serves the generator. */
  call(method: string, input: unknown): Promise<VaultAnswer>
  /** A method of main's own; throws the VaultError that the answer names. */
  ask<Name extends InternalMethod>(method: Name, input: InternalInput<Name>): Promise<InternalOutput<Name>>
  /** Starts a process ahead of the first question, which then need not wait for it. */
  prepare(): void
  /** A process that was asked nothing yet, so that nothing of a vault is in it: one with a past is ended. */
  renew(): Promise<void>
  /**
   * Ends the process: the only sure eraser. It is given a moment to finish a save and release its lock file. Calls
   * that it leaves open get `code`; calls made meanwhile wait for the end, and for a fresh process.
   */
  end(code?: VaultErrorCode): Promise<void>
}

export function createVaultClient({ spawn, onEvent, onLost, killHard }: VaultClientParts): VaultClient {
  let current: { connection: VaultConnection; process: VaultProcess; asked: boolean } | null = null
  let ending: Promise<void> | null = null
  let hasUnsaved = false

  function start(): VaultConnection {
    const process = spawn()
    hasUnsaved = false
    const connection = connectVault(process, (event, payload) => {
      if (event === 'vault.unsaved') hasUnsaved = !isZero(payload)
      onEvent(event, payload)
    })
    const mine = { connection, process, asked: false }
    current = mine
    void connection.ended.then(() => {
      if (current !== mine) return
      current = null
      if (ending === null) onLost()
    })
    return connection
  }

  async function connected(): Promise<VaultConnection> {
    if (ending !== null) await ending
    const connection = current?.connection ?? start()
    if (current !== null) current.asked = true
    return connection
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
      return (await connected()).ask(method, input)
    },
    async ask(method, input) {
      const answer = await (await connected()).ask(method, input)
      if (!answer.ok) throw new VaultError(answer.code, answer.detail)
      return parseInternal(method, answer.value)
    },
    prepare() {
      if (current === null && ending === null) start()
    },
    async renew() {
      if (ending !== null || current?.asked === true) await end()
    },
    end
  }
}

const isZero = (payload: unknown): boolean => v.is(v.object({ count: v.literal(0) }), payload)

function parseInternal<Name extends InternalMethod>(method: Name, value: unknown): InternalOutput<Name> {
  const parsed = v.safeParse(internalContract[method].output, value)
  if (!parsed.success) throw new VaultError('INTERNAL')
  return parsed.output
}

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
