import type { Change } from '../src/core/vault/change.ts'
import { type ConcealedScope, fingerprint, sealValue } from '../src/core/vault/concealed.ts'
import type { Json } from '../src/core/vault/json.ts'

/** One login as people have them; the same data goes into every contestant. */
export type SampleItem = {
  readonly id: string
  readonly title: string
  readonly username: string
  readonly url: string
  readonly password: string
  readonly notes: string
  readonly tags: readonly string[]
}

const WORDS = [
  'alder',
  'bramble',
  'city',
  'fjord',
  'gas',
  'harbour',
  'kestrel',
  'metro',
  'north',
  'passport',
  'quarry',
  'river',
  'stone',
  'tide',
  'umber',
  'vault',
  'willow',
  'yarrow'
]
const TAGS = ['Work', 'Work/Code', 'Work/Cloud', 'Home', 'Money', 'Travel']

const word = (seed: number): string => WORDS[seed % WORDS.length] ?? ''

/** Deterministic: two runs, and two contestants, see the same items. */
export function sampleItems(count: number): SampleItem[] {
  return Array.from({ length: count }, (_, index) => {
    const mixed = (index * 2_654_435_761) >>> 0
    const name = `${word(index)} ${word(mixed >>> 7)} ${word(mixed >>> 13)}`
    return {
      id: `00000000-0000-4000-8000-${(index + 1).toString(16).padStart(12, '0')}`,
      title: `${name} ${index}`,
      username: `${word(mixed >>> 3)}.${word(mixed >>> 11)}${index % 97}@${word(mixed >>> 5)}.example`,
      url: `https://${word(index)}-${index}.example/login`,
      password: `${mixed.toString(36)}-${(mixed ^ 0x5bd1e995).toString(36)}-Xy7!`,
      notes: index % 5 === 0 ? `Asked ${name} on the phone; the spare key is with ${word(mixed >>> 9)}.` : '',
      tags: index % 3 === 0 ? [TAGS[mixed % TAGS.length] ?? 'Work'] : []
    }
  })
}

/** The changes that make the items, as an import would write them. */
export function sampleChanges(items: readonly SampleItem[], scope: ConcealedScope, at: string): Change[] {
  return items.map(({ id: item, title, username, url, password, notes, tags }) => {
    const definition = (label: string, kind: string, concealed: boolean, order: number): Json => ({
      label,
      kind,
      concealed,
      section: '',
      order
    })
    return {
      item,
      at,
      set: {
        type: 'login',
        title,
        subtitle: username,
        createdAt: 1_700_000_000_000,
        ...Object.fromEntries(tags.map((tag) => [`tag:${tag}`, true])),
        'field:username': definition('field.username', 'text', false, 0),
        'value:username': username,
        'field:password': definition('field.password', 'password', true, 1),
        'value:password': sealValue(scope, { item, at, name: 'value:password' }, password),
        'check:password': { fingerprint: fingerprint(scope, password), bits: 77 },
        'field:url': definition('field.url', 'url', false, 2),
        'url:url': url,
        ...(notes === ''
          ? {}
          : { 'field:notes': definition('field.notes', 'multiline', false, 3), 'value:notes': notes })
      }
    }
  })
}
