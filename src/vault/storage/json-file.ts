import * as v from 'valibot'

/** A small file of ours as data; null when it is not what its schema says, so that damage counts as absence. */
export function parseJsonFile<Schema extends v.GenericSchema>(
  schema: Schema,
  bytes: Uint8Array
): v.InferOutput<Schema> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`)
