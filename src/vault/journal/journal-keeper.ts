import { VaultError } from '../../core/errors.ts'
import {
  type Access,
  JOURNAL,
  type JournalEntry,
  journalValue,
  readJournal,
  repeats,
  SAME_ACT
} from '../../core/vault/journal.ts'
import { isNoted, type JournalPolicy, journalPolicy } from '../../core/vault/journal-policy.ts'
import { nextStamp, type Stamp } from '../../core/vault/stamp.ts'
import type { Environment } from '../environment.ts'
import { createSerial } from '../serial.ts'
import type { VaultStore } from '../vault-store.ts'
import { type JournalAside, noteAside } from './journal-aside.ts'
import { journalChanges, type Waiting } from './journal-changes.ts'
import { journalNotes, type Note } from './journal-notes.ts'

/** Long enough for what belongs together to be one save, short enough to lose little when the process is killed. */
const SOON = 300
/** A disk that does not take it is not asked all the time: each try reads the file anew. */
const AGAIN = 30_000
/** Each has a hundred entries or so at most. */
const NOTES_AT_ONCE = 40

export type JournalKeeper = {
  /** Notes what was done. Nothing waits for it. `type` is that of the item, where the vault no longer says it. */
  note(access: Access, type?: string): void
  /** Puts what waits into the vault, and what other programs of this device left beside it. Never rejects. */
  settle(): Promise<void>
  /** As settle, unless it will be tried by itself. */
  look(): void
  /** As settle, for the last time: what the disk does not take is left beside the vault. */
  close(): Promise<void>
  /** All entries, also those that are not in the vault yet; in no order. */
  entries(): Promise<readonly JournalEntry[]>
  policy(): JournalPolicy
  /** False where nothing can be written: a vault that is older than it should be, or on a disk that takes no writing. */
  isKept(): boolean
  listen(listener: () => void): void
}

type Parts = {
  readonly environment: Environment
  readonly store: VaultStore
  readonly deviceId: string
  readonly aside: JournalAside | null
}

export function createJournalKeeper({ environment, store, deviceId, aside }: Parts): JournalKeeper {
  const { by = 'window', now } = environment
  const listeners: (() => void)[] = []
  const notes = journalNotes(environment, () => store.opened().scope)
  const inTurn = createSerial()
  let waiting: readonly Waiting[] = []
  let recent: readonly JournalEntry[] = []
  let last: Stamp | null = null
  let timer: NodeJS.Timeout | null = null

  const isKept = (): boolean => !store.readOnly() || aside !== null
  const policy = (): JournalPolicy => journalPolicy(store.opened().folded.vaultProperties().get('policy')?.value)
  const tell = (): void => listeners.forEach((listener) => listener())

  function plan(after: number): void {
    timer ??= setTimeout(() => void settle(), after).unref()
  }

  async function write(): Promise<void> {
    const mine = waiting
    if (!store.readOnly()) await intoVault(mine)
    else if (mine.length > 0) await aside?.(mine, notes)
    waiting = waiting.slice(mine.length)
  }

  async function intoVault(mine: readonly Waiting[]): Promise<void> {
    const left = await notes.read()
    // Where nobody could write for days there are thousands: more than one change holds, or one moment compares.
    for (let from = 0; from < left.length; from += NOTES_AT_ONCE) {
      const some = left.slice(from, from + NOTES_AT_ONCE)
      await add(some.flatMap((note) => note.waiting))
      await notes.drop(some)
    }
    await add(mine)
    if (left.length > 0) tell()
  }

  async function add(entries: readonly Waiting[]): Promise<void> {
    if (entries.length > 0) await store.save(({ folded }, at) => journalChanges(folded, at, deviceId, entries))
  }

  async function settle(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    await inTurn(write).catch((error: unknown) => {
      // It waits for a disk that takes it, and where none will there is nobody to be told.
      if (!isRefused(error)) plan(AGAIN)
    })
  }

  return {
    note(access, type = typeOf(store, access)) {
      if (!isKept() || !isNoted(policy(), access, type)) return
      const id = nextStamp(last, now(), deviceId)
      const value = journalValue(access, by)
      const [entry] = read(JOURNAL + id, value)
      recent = recent.filter(({ at }) => now() - at < SAME_ACT)
      if (entry === undefined || recent.some((earlier) => repeats(entry, earlier))) return
      last = id
      recent = [...recent, entry]
      waiting = [...waiting, { id, value }]
      // A command that only reads is short: it leaves all of it behind at once, when it locks.
      if (!store.readOnly() || aside === noteAside) plan(SOON)
      tell()
    },
    settle,
    look() {
      if (timer === null) void settle()
    },
    async close() {
      await settle()
      if (timer !== null) clearTimeout(timer)
      if (waiting.length > 0 && !store.readOnly()) await notes.keep(waiting).catch(() => {})
    },
    async entries() {
      const left: readonly Note[] = await notes.read()
      const inVault = [...store.opened().folded.journal()].flatMap(([name, { value }]) => read(name, value))
      const others = [...left.flatMap((note) => note.waiting), ...waiting].flatMap(({ id, value }) =>
        read(JOURNAL + id, value)
      )
      return [...new Map([...others, ...inVault].map((entry) => [entry.id, entry])).values()]
    },
    policy,
    isKept,
    listen: (listener) => void listeners.push(listener)
  }
}

const isRefused = (error: unknown): boolean => error instanceof VaultError && error.code === 'READ_ONLY'

function read(name: string, value: Waiting['value']): readonly JournalEntry[] {
  const entry = name.startsWith(JOURNAL) ? readJournal(name, value) : null
  return entry === null ? [] : [entry]
}

const typeOf = (store: VaultStore, { item }: Access): string =>
  item === undefined ? '' : (store.opened().folded.list(item)?.type ?? '')
