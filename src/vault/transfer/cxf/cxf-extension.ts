import * as v from 'valibot'
import { fieldId, itemType } from '../../../shared/ids.ts'
import { fieldKind } from '../../../shared/item-views.ts'
import { arrayMember, type ForeignJson, isForeignObject, textMember } from '../foreign-json.ts'

/** CXF 1.0, "Extension": other programs pass over names that they do not know. */
const NAME = 'coffer'
const text = v.pipe(v.string(), v.maxLength(4096))

const fields = v.pipe(
  v.array(
    v.strictObject({
      /** Where the value stands: `0.username`, `2.fields.1`, `url.0`; empty for a field without one. */
      key: text,
      id: fieldId,
      label: text,
      kind: fieldKind,
      concealed: v.boolean(),
      section: text
    })
  ),
  v.maxLength(1000)
)
const cofferExtension = v.strictObject({ name: v.literal(NAME), version: v.literal(1), type: itemType, fields })

/** What CXF has no place for: our type of the item, and how its fields are called, kept and sorted. Never a value. */
export type CofferExtension = v.InferOutput<typeof cofferExtension>

export function cofferExtensionOf(type: string, described: CofferExtension['fields']): CofferExtension {
  return { name: NAME, version: 1, type, fields: described }
}

/** Null where there is none, or somebody else wrote it. */
export function readCofferExtension(item: ForeignJson): CofferExtension | null {
  const found = arrayMember(item, 'extensions').find((each) => textMember(each, 'name') === NAME)
  if (!isForeignObject(found)) return null
  const parsed = v.safeParse(cofferExtension, found)
  if (!parsed.success) return null
  const ids = new Set(parsed.output.fields.map(({ id }) => id))
  return ids.size === parsed.output.fields.length ? parsed.output : null
}
