import { VaultError } from '../../core/errors.ts'
import type { BreachResult, BreachSource, BreachTrouble, RangeLine } from '../../shared/breach-views.ts'
import { type BreachList, openBreachList } from '../breaches/breach-list.ts'
import { keepChecked, type ValueAt } from '../breaches/kept-breaches.ts'
import { askedRanges, type AskedRanges } from '../breaches/asked-ranges.ts'
import { hashOfSecret, type SecretToCheck, secretsToCheck, withDetails } from '../breaches/secrets-to-check.ts'
import type { Job } from '../environment.ts'
import { judgedItems } from '../judged-items.ts'
import { createPace } from '../transfer/pace.ts'
import type { SessionContext } from './session-context.ts'

export type CheckBreaches = {
  /**
   * Looks for every password of the vault in the downloaded list at `path`, and keeps which were found; the only part of
   * health that opens concealed values, one at a time. What ends it early is told in the result, and what was found by
   * then is kept. NOT_A_BREACH_LIST, NOT_FOUND, PERMISSION: nothing was opened. READ_ONLY, LOCKED.
   */
  checkBreachFile(path: string): Promise<BreachResult>
  /** The same by range queries, which somebody else makes: gives the prefixes to ask for, each once, in no order. */
  beginBreachCheck(): Promise<readonly string[]>
  /** The answer for one prefix. NOT_FOUND when it was not asked for, or was answered already. */
  answerBreachCheck(prefix: string, range: readonly RangeLine[]): void
  /** Keeps what was found. NOT_FOUND when none was begun. */
  endBreachCheck(trouble: BreachTrouble | null): Promise<BreachResult>
}

export function checkBreaches(context: SessionContext): CheckBreaches {
  const { environment, opened, onLock } = context
  let asked: AskedRanges | null = null
  const forget = (): void => {
    asked?.forget()
    asked = null
  }
  onLock(async () => forget())
  const current = (): AskedRanges => {
    if (asked === null) throw new VaultError('NOT_FOUND')
    return asked
  }
  return {
    checkBreachFile: (path) => environment.runJob('breaches', (job) => checkFile(context, path, job)),
    async beginBreachCheck() {
      mustKeep(context)
      forget()
      const secrets = secretsToCheck(await judgedItems(opened()))
      asked = await environment.runJob('breaches', ({ signal }) => askedRanges(opened, secrets, signal))
      return asked.prefixes
    },
    answerBreachCheck: (prefix, range) => current().answer(prefix, range),
    async endBreachCheck(trouble) {
      const { values, all } = current()
      forget()
      return keep(context, { of: 'online', values, all }, trouble)
    }
  }
}

async function checkFile(context: SessionContext, path: string, job: Job): Promise<BreachResult> {
  mustKeep(context)
  const list = await openBreachList(context.environment.fs, path)
  try {
    const secrets = secretsToCheck(await judgedItems(context.opened()))
    const values = new Map<ValueAt, number>()
    const trouble = await troubleOf(() => lookForAll(context, { secrets, list, values }, job))
    return await keep(context, { of: 'file', values, all: countValues(secrets) }, trouble)
  } finally {
    await list.close()
  }
}

type Looking = {
  readonly secrets: readonly SecretToCheck[]
  readonly list: BreachList
  readonly values: Map<ValueAt, number>
}

async function lookForAll({ opened }: SessionContext, { secrets, list, values }: Looking, job: Job): Promise<void> {
  const pace = createPace(job)
  let done = 0
  job.report(0, secrets.length)
  for await (const secret of withDetails(opened, secrets)) {
    await pace(done++, secrets.length)
    const hash = await hashOfSecret(opened(), secret)
    if (hash === null) continue
    try {
      const seen = await list.seen(hash)
      for (const value of secret) values.set(value, seen)
    } finally {
      hash.fill(0)
    }
  }
}

/** What ended the work early; a vault that was locked meanwhile ends it for good. */
async function troubleOf(work: () => Promise<void>): Promise<BreachTrouble | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (!(error instanceof VaultError) || error.code === 'LOCKED') throw error
    const { why } = error.detail
    return { code: error.code, ...(typeof why === 'string' ? { why } : {}) }
  }
}

/** Before anything is opened: findings that nobody can keep would have opened every password for nothing. */
function mustKeep({ store, opened }: SessionContext): void {
  opened()
  if (store.readOnly()) throw new VaultError('READ_ONLY')
}

const countValues = (secrets: readonly SecretToCheck[]): number => secrets.reduce((sum, { length }) => sum + length, 0)

type Found = { readonly of: BreachSource; readonly values: ReadonlyMap<ValueAt, number>; readonly all: number }

async function keep(context: SessionContext, found: Found, trouble: BreachTrouble | null): Promise<BreachResult> {
  const { of, values, all } = found
  // What is gone since the check began is not left to be looked for.
  const left = trouble === null ? 0 : all - values.size
  // A check that reached nothing takes nothing away from the one before.
  if (values.size > 0) await context.save(keepChecked({ of, values, left }))
  return { checked: values.size, found: [...values.values()].filter((seen) => seen > 0).length, left, trouble }
}
