import { VaultError } from '../core/errors.ts'
import { type Change, VAULT_ITEM } from '../core/vault/change.ts'
import { isSealed, openValue, sealValue } from '../core/vault/concealed.ts'
import { type Stamp, stampTime } from '../core/vault/stamp.ts'
import type { KeptSecret } from '../shared/history-views.ts'
import type { BuildChanges } from './item/change-items.ts'
import type { OpenedVault } from './opened-vault.ts'

const PREFIX = 'generated:'
export const MOST_GENERATED = 20

type Place = { readonly name: string; readonly at: Stamp; readonly text: { readonly sealed: string } }

/** The generated secrets that the vault keeps, newest first: when each was made, and not what it is. */
export function keptSecrets(opened: OpenedVault): KeptSecret[] {
  return places(opened)
    .slice(0, MOST_GENERATED)
    .map(({ name, at }) => ({ id: name.slice(PREFIX.length), at: stampTime(at) }))
}

/** FIELD_NOT_FOUND when a newer one has taken its place. */
export function keptSecretText(opened: OpenedVault, id: string): string {
  const place = places(opened).find(({ name }) => name === PREFIX + id)
  if (place === undefined) throw new VaultError('FIELD_NOT_FOUND')
  return textOf(opened, place)
}

/**
 * Keeps a generated secret, sealed. The twenty-first takes the place of the oldest, property and all: a property that
 * was set to null would stay in the file for ever. None is kept twice.
 */
export function keepSecret(text: string): BuildChanges {
  return (opened, at) =>
    places(opened).some((place) => textOf(opened, place) === text) ? [] : [keptChange(opened, at, text)]
}

/** The same as a part of another save. */
export function keptChange(opened: OpenedVault, at: Stamp, text: string): Change {
  const known = places(opened)
  const oldest = known.length < MOST_GENERATED ? undefined : known.at(-1)
  const name = oldest?.name ?? PREFIX + at
  return { item: VAULT_ITEM, at, set: { [name]: sealValue(opened.scope, { item: VAULT_ITEM, at, name }, text) } }
}

const textOf = ({ scope }: OpenedVault, { name, at, text }: Place): string =>
  openValue(scope, { item: VAULT_ITEM, at, name }, text)

function places({ folded }: OpenedVault): readonly Place[] {
  const found: Place[] = []
  for (const [name, { at, value }] of folded.vaultProperties())
    if (name.startsWith(PREFIX) && isSealed(value)) found.push({ name, at, text: value })
  return found.toSorted((a, b) => (a.at > b.at ? -1 : 1))
}
