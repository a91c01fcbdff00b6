import * as v from 'valibot'
import { fieldId, itemType } from '../../../shared/ids.ts'
import { fieldKind } from '../../../shared/item-views.ts'
import { parseForeignJson } from '../foreign-json.ts'

/** The name of the custom data of an entry that holds what KDBX has no place for. */
export const COFFER_DATA = 'coffer.item'
/** In place of the name of a string: the expiry time of the entry. */
export const EXPIRY = '@expiry'

const text = v.pipe(v.string(), v.maxLength(4096))

const cofferData = v.strictObject({
  version: v.literal(1),
  type: itemType,
  favorite: v.boolean(),
  /** The one that was written: another means that somebody chose it. */
  icon: text,
  tags: v.pipe(v.array(text), v.maxLength(500)),
  /** In the item's order; `name` is that of the string of the entry. */
  fields: v.pipe(
    v.array(
      v.strictObject({
        name: text,
        id: fieldId,
        label: text,
        kind: fieldKind,
        concealed: v.boolean(),
        section: text,
        /** How the secret of a one-time code was written, where it was no link. */
        form: v.optional(v.picklist(['bare', 'steam']))
      })
    ),
    v.maxLength(1000)
  ),
  attachments: v.pipe(v.array(v.strictObject({ name: text, called: text, mediaType: text })), v.maxLength(1000))
})
export type CofferData = v.InferOutput<typeof cofferData>
export type CofferField = CofferData['fields'][number]

/** XML cannot hold all that JSON can; escapes can. */
export function cofferDataText(data: CofferData): string {
  return JSON.stringify(data).replace(
    /[\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

/** Null for what another program made of it: then the entry is read like any other. */
export function readCofferData(json: string | undefined): CofferData | null {
  if (json === undefined) return null
  try {
    const parsed = v.safeParse(cofferData, parseForeignJson(json))
    return parsed.success && hasDistinctIds(parsed.output) ? parsed.output : null
  } catch {
    return null
  }
}

/** Valibot's strict objects compare with what has a prototype. */

function hasDistinctIds({ fields }: CofferData): boolean {
  return new Set(fields.map(({ id }) => id)).size === fields.length
}
