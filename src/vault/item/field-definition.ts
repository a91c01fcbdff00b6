import { isObject, type Json } from '../../core/vault/json.ts'
import { type FieldKind, fieldKind } from '../../shared/item-views.ts'

/** What `field:<id>` says: how a field looks and where it stands, apart from its value. docs/FORMAT.md, "Fields". */
export type FieldDefinition = {
  readonly label: string
  readonly kind: FieldKind
  readonly concealed: boolean
  readonly section: string
  readonly order: number
}

const KINDS: ReadonlySet<string> = new Set(fieldKind.options)

/** A kind of a newer version is shown as text, or concealed where it says so; what it stores is not touched. */
export function readDefinition(value: Json | undefined): FieldDefinition | null {
  if (!isObject(value)) return null
  const { label, kind, concealed, section, order } = value as Readonly<Record<string, Json | undefined>>
  return {
    label: typeof label === 'string' ? label : '',
    kind: isKind(kind) ? kind : 'text',
    concealed: concealed === true,
    section: typeof section === 'string' ? section : '',
    order: typeof order === 'number' && order >= 0 ? order : 0
  }
}

export function definitionValue({ label, kind, concealed, section, order }: FieldDefinition): Json {
  return { label, kind, concealed, section, order }
}

/** The property that holds the value of a field: addresses are list properties, so that the list can search them. */
export function valueProperty(id: string, kind: FieldKind, concealed: boolean): string {
  return kind === 'url' && !concealed ? `url:${id}` : `value:${id}`
}

function isKind(kind: Json | undefined): kind is FieldKind {
  return typeof kind === 'string' && KINDS.has(kind)
}
