import type { HealthItem, HealthSecret } from '../core/vault/health.ts'
import type { FoldedVault } from '../core/vault/fold.ts'
import { ITEM_TYPES } from '../core/vault/item-types.ts'
import type { ListProperties } from '../core/vault/list-properties.ts'
import { type Stamp, stampTime } from '../core/vault/stamp.ts'
import { seenInBreaches } from './breaches/kept-breaches.ts'
import { expiryTime } from './expiry-time.ts'
import { hostOf } from './host-of.ts'
import { readDetails } from './item/read-details.ts'
import type { OpenedVault } from './opened-vault.ts'

/** `set` names the value: the stamp of the change that set it stays when the vault is sealed anew. */
export type JudgedSecret = HealthSecret & { readonly set: Stamp }
export type JudgedItem = HealthItem & { readonly secrets: readonly JudgedSecret[] }

/** Everything outside the trash, as its health is judged by. No concealed value is opened. */
export async function judgedItems(opened: OpenedVault): Promise<readonly JudgedItem[]> {
  const { folded } = opened
  const lists = await listsOf(folded)
  const expiring = [...lists.values()].filter(({ type }) => EXPIRING_TYPES.has(type)).map(({ id }) => id)
  await readDetails(
    opened,
    expiring.filter((id) => folded.has(id))
  )
  const seen = seenInBreaches(folded)
  const items: JudgedItem[] = []
  await inSlices(lists.values(), (list) => items.push(judgedItem(folded, list, seen)))
  return items
}

async function listsOf(folded: FoldedVault): Promise<ReadonlyMap<string, ListProperties>> {
  const lists = new Map<string, ListProperties>()
  await inSlices(folded.ids(), (id) => {
    const list = folded.list(id)
    if (list?.trashedAt === null) lists.set(id, list)
  })
  return lists
}

const SLICE_MS = 8

/** The vault process goes on answering keys between the slices: 100,000 items take seconds. */
async function inSlices<Each>(all: Iterable<Each>, work: (each: Each) => void): Promise<void> {
  let since = performance.now()
  for (const each of all) {
    work(each)
    if (performance.now() - since < SLICE_MS) continue
    await new Promise((resume) => setImmediate(resume))
    since = performance.now()
  }
}

const EXPIRING_TYPES: ReadonlySet<string> = new Set(
  [...ITEM_TYPES].filter(([, fields]) => fields.some(({ id }) => id === 'expires')).map(([type]) => type)
)

/** What a person or a program chose to be guessed by nobody. A PIN is as good as it can be, a card number is given. */
const isJudged = (type: string, field: string): boolean => {
  const template = ITEM_TYPES.get(type)?.find(({ id }) => id === field)
  return template === undefined
    ? /^pass(word|phrase|code)?(-|$)/.test(field)
    : JUDGED_KINDS.has(`${type} ${template.kind}`)
}

const JUDGED_KINDS: ReadonlySet<string> = new Set([
  ...[...ITEM_TYPES.keys()].map((type) => `${type} password`),
  'api secret'
])

function judgedItem(folded: FoldedVault, list: ListProperties, seen: ReturnType<typeof seenInBreaches>): JudgedItem {
  const { id, type, title, subtitle, urls, checks } = list
  const { properties } = folded.state(id)
  const secrets = checks.flatMap(({ field, fingerprint, bits }): JudgedSecret[] => {
    const at = properties.get(`check:${field}`)?.[0]?.at
    if (at === undefined || !isJudged(type, field)) return []
    return [{ field, fingerprint, bits, at: stampTime(at), set: at, seen: seen(id, field, at) }]
  })
  return {
    id,
    title,
    username: subtitle,
    hosts: [...new Set(urls.map(hostOf).filter((host) => host !== null))],
    secrets,
    hasCode: checks.some(({ field }) => field === 'otp' || field.startsWith('otp-')),
    expiresAt: sooner(expiryTime(properties.get('value:expires')?.[0]?.value), list.due?.at ?? null)
  }
}

/** A reminder of the user's own counts like the date of the template. */
const sooner = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)
