import type { TransferVault } from '../transfer-vault.ts'

/** Each item as one text, in an order of its own: formats that file items into folders do not keep theirs. */
export function comparable({ items }: TransferVault): readonly string[] {
  return items.map((item) => JSON.stringify(inOrder(item), null, 1)).sort()
}

function inOrder(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, inOrder(inner)])
}
