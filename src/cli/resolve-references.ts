import { VaultError } from '../core/errors.ts'
import { parseReference } from '../core/references/reference.ts'
import type { Session } from '../vault/session.ts'
import { fieldNamed } from './item-fields.ts'

/**
 * The values that references name, each opened once. REFERENCE_NOT_FOUND { reference, matches? }: what stands in a file is
 * named, never what stands in the vault. What is in the trash is not there.
 */
export async function resolveReferences(
  session: Session,
  references: Iterable<string>
): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>()
  for (const reference of new Set(references)) values.set(reference, await valueOf(session, reference))
  return values
}

async function valueOf(session: Session, reference: string): Promise<string> {
  const parsed = parseReference(reference)
  if (parsed === null) throw new VaultError('REFERENCE_NOT_FOUND', { reference })
  try {
    const item = await session.item(itemOf(session, parsed.item))
    if (item.trashedAt !== null) throw new VaultError('ITEM_NOT_FOUND')
    return await session.reveal(item.id, fieldNamed(item, parsed.field).id, 'read')
  } catch (error) {
    throw asReferenceError(error, reference)
  }
}

/** One that is not in the trash goes before namesakes that are. */
function itemOf(session: Session, text: string): string {
  const { folded } = session.store.opened()
  const titled = [...folded.ids()].filter((id) => {
    const list = folded.list(id)
    return list?.title === text && list.trashedAt === null
  })
  return titled.length === 1 ? (titled[0] ?? text) : session.find(text)
}

function asReferenceError(error: unknown, reference: string): unknown {
  if (!(error instanceof VaultError)) return error
  const { matches } = error.detail
  const isAbout = ['ITEM_NOT_FOUND', 'FIELD_NOT_FOUND'].includes(error.code) || matches !== undefined
  if (!isAbout) return error
  return new VaultError('REFERENCE_NOT_FOUND', matches === undefined ? { reference } : { reference, matches })
}
