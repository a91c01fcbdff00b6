import * as v from 'valibot'

/** A small file of ours as data; null when it is not there or not what its schema says: damage counts as absence. */
export function parseJsonFile<Schema extends v.GenericSchema>(
  schema: Schema,
  bytes: Uint8Array | null
): v.InferOutput<Schema> | null {
  if (bytes === null) return null
  try {
    const parsed = v.safeParse(schema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`)
