import { VaultError } from '../core/errors.ts'
import type { InternalInput, InternalMethod, InternalOutput } from '../shared/api.ts'
import type { LockReason } from '../shared/events.ts'
import type { VaultClient } from './vault-client.ts'

type Opening = Extract<
  InternalMethod,
  'session.create' | 'session.unlock' | 'session.acceptOlder' | 'session.recover' | 'backup.putBack'
>

type State =
  | { readonly status: 'locked' }
  | { readonly status: 'opening' }
  | { readonly status: 'unlocked'; readonly path: string }
  | { readonly status: 'locking' }

export type MainSession = {
  /** Where the open vault is; null while none is. */
  openPath(): string | null
  /** Somebody begins to type: the process that will be asked is started, and this is the key to seal it with. */
  prepare(): Promise<string>
  /**
   * Runs while the process with this key is there to be asked; KEY_CHANGED where it is gone. Until `run` has settled,
   * questions of others that are asked once leave it alone.
   */
  holding<Value>(keys: readonly string[], run: () => Promise<Value>): Promise<Value>
  /** Opens the vault at `path` by one of the internal methods; after a failure no process is left that saw a password. */
  open<Name extends Opening>(method: Name, path: string, input: InternalInput<Name>): Promise<InternalOutput<Name>>
  /** A question that carries a password while no vault need be open; what it left in memory ends with its process. */
  askOnce<Name extends InternalMethod>(method: Name, input: InternalInput<Name>): Promise<InternalOutput<Name>>
  /** Settles when the vault process is gone and everybody has been told; nothing to do is fine. */
  lock(reason: LockReason): Promise<void>
  /** Opening is given up: its process ends, and the call fails with CANCELLED. False when nothing was being opened. */
  cancelOpening(): Promise<boolean>
  /** The vault process ended by itself. */
  lost(): void
}

/** These replace the open vault from inside its own process, which checks the password first. */
const FROM_INSIDE: ReadonlySet<Opening> = new Set(['backup.putBack', 'session.acceptOlder'])

/** Which vault is open, seen from main: the state beside the process that holds the keys. */
export function createSession(
  client: VaultClient,
  on: {
    readonly unlocked: (path: string) => void
    /** `goesOn`: another vault is being opened already, by a call that the page waits for. */
    readonly locked: (reason: LockReason, goesOn: boolean) => Promise<void>
  }
): MainSession {
  let state: State = { status: 'locked' }
  let holders = 0
  let leftOver = false
  const isUnlocked = (): boolean => state.status === 'unlocked'

  async function open<Name extends Opening>(method: Name, path: string, input: InternalInput<Name>) {
    if (state.status === 'opening') throw new VaultError('BAD_REQUEST')
    if (!FROM_INSIDE.has(method)) await (state.status === 'locked' ? client.renew() : lock('asked', true))
    const before = state
    state = { status: 'opening' }
    leftOver = false
    try {
      const opened = await client.ask(method, input)
      state = { status: 'unlocked', path }
      on.unlocked(path)
      return opened
    } catch (error) {
      await afterFailure(before)
      throw error
    }
  }

  /** An open vault stays open when a backup did not fit; otherwise the password that was tried is erased. */
  async function afterFailure(before: State): Promise<void> {
    const stillOpen = before.status === 'unlocked' && (await client.call('vault.view', undefined)).ok
    state = stillOpen ? before : { status: 'locked' }
    if (stillOpen) return
    await client.end()
    if (before.status === 'unlocked') await on.locked('ended', false)
  }

  async function lock(reason: LockReason, goesOn = false): Promise<void> {
    if (state.status === 'opening') return void (await cancelOpening())
    if (!isUnlocked()) return client.end()
    state = { status: 'locking' }
    await client.end()
    state = { status: 'locked' }
    await on.locked(reason, goesOn)
  }

  async function cancelOpening(): Promise<boolean> {
    if (state.status !== 'opening') return false
    await client.end('CANCELLED')
    return true
  }

  async function hold<Value>(run: () => Promise<Value>): Promise<Value> {
    holders += 1
    try {
      return await run()
    } finally {
      holders -= 1
      // The last one turns off the light: another question may still be under way in the same process.
      if (holders === 0 && leftOver && state.status === 'locked') {
        leftOver = false
        await client.end()
      }
    }
  }

  return {
    openPath: () => (state.status === 'unlocked' ? state.path : null),
    prepare: () => client.sealingKey(),
    async holding(keys, run) {
      if (!keys.every(client.isKeyNow)) throw new VaultError('KEY_CHANGED')
      return hold(run)
    },
    open,
    lock: (reason) => lock(reason),
    cancelOpening,
    askOnce: (method, input) =>
      hold(() => {
        if (state.status === 'locked') leftOver = true
        return client.ask(method, input)
      }),
    lost() {
      if (!isUnlocked()) return
      state = { status: 'locked' }
      void on.locked('ended', false)
    }
  }
}
