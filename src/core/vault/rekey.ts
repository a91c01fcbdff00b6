import type { ItemState } from './item-state.ts'
import { type ConcealedScope, fingerprint, isSealed, openValue, sealValue } from './concealed.ts'
import { isObject, type Json } from './json.ts'
import type { Version } from './properties.ts'

/**
 * Seals every concealed value of an item anew, its history included, and computes its fingerprints anew; stamps stay.
 * One value is plaintext at a time. VAULT_DAMAGED, with the state half changed, when a value does not open: the
 * snapshot being written is then given up.
 */
export function rekeyState(item: string, state: ItemState, from: ConcealedScope, to: ConcealedScope): void {
  for (const [name, versions] of state.properties) {
    for (const [index, version] of versions.entries()) {
      if (!isSealed(version.value)) continue
      const place = { item, at: version.at, name }
      const text = openValue(from, place, version.value)
      versions[index] = { at: version.at, value: sealValue(to, place, text) }
      if (index === 0 && name.startsWith('value:')) rekeyCheck(state, name, text, to)
    }
  }
}

/** A fingerprint is only comparable under its own key, so it follows the value that it was made of, and no other. */
function rekeyCheck(state: ItemState, name: string, text: string, to: ConcealedScope): void {
  const check = state.properties.get(`check:${name.slice(name.indexOf(':') + 1)}`)
  const newest = check?.[0]
  if (check === undefined || newest === undefined || !isObject(newest.value)) return
  check[0] = { at: newest.at, value: withFingerprint(newest.value, fingerprint(to, text)) } satisfies Version
}

function withFingerprint(value: { readonly [name: string]: Json }, made: string): Json {
  return Object.fromEntries(Object.entries(value).map(([name, kept]) => [name, name === 'fingerprint' ? made : kept]))
}
