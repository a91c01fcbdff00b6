import type { Draft, DraftField } from './draft.ts'

const KINDS: ReadonlySet<DraftField['kind']> = new Set(['text', 'email', 'url'])
const MOST = 40
const LONGEST = 1024

/** What stands in the open beside a password, and is therefore tried first. */
export function besideOf({ title, fields }: Draft): readonly string[] {
  const open = fields.filter(({ kind, concealed }) => KINDS.has(kind) && !concealed)
  return [title, ...open.map(({ value }) => value ?? '')]
    .filter((text) => text !== '' && text.length <= LONGEST)
    .slice(0, MOST)
}
