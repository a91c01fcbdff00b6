import { sha256 } from '@noble/hashes/sha2.js'
import type { RandomBytes } from '../src/core/random.ts'
import { VAULT_ITEM, type Change } from '../src/core/vault/change.ts'
import { type ConcealedScope, fingerprint, sealValue } from '../src/core/vault/concealed.ts'
import type { Json } from '../src/core/vault/json.ts'
import { utf8Bytes } from '../src/core/vault/text.ts'

/** What the example vault of docs/vectors holds: a little of everything that docs/FORMAT.md describes. */

/** As it might be typed: NFKC composes the letters and takes the ligature apart. */
export const PASSWORD = 'A\u030angstro\u0308m \ufb01sh \u{1f41f} 2026'
export const ATTACHMENT = { id: '5eed000000000000000000000000a77a', text: 'The text of a small attachment.\n' }

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const item = (digit: number): string => `c0ffee00-0000-4000-8000-00000000000${digit}`
/** 2026-01-01T00:00:00Z and `seconds`, by one of two devices. */
const stamp = (seconds: number, device = '0a11ce00'): string =>
  `${(Date.UTC(2026, 0, 1) + seconds * 1000).toString(16).padStart(12, '0')}0000${device}`

const field = (label: string, kind: string, concealed: boolean, order: number): Json => ({
  label,
  kind,
  concealed,
  section: '',
  order
})

type Sealer = (id: string, at: string, name: string, text: string) => Json

/** What the snapshot is made of: history, a tag taken back, a trashed and a purged item, notes, an attachment. */
function firstChanges(sealed: Sealer, check: (text: string, bits: number) => Json): readonly Change[] {
  const [mail, note, bank, gone, card] = [item(1), item(2), item(3), item(4), item(6)]
  const [made, later, last] = [stamp(0), stamp(60), stamp(120, '0b0b0000')]
  const { id, text } = ATTACHMENT
  const bytes = utf8Bytes(text)
  return [
    { item: VAULT_ITEM, at: made, set: { name: 'Test vectors', 'field-of-the-future': { any: ['thing', 1, null] } } },
    {
      item: mail,
      at: made,
      set: {
        type: 'login',
        title: 'Example Mail',
        subtitle: 'mia@example.org',
        createdAt: Date.UTC(2025, 11, 31),
        'tag:work': true,
        'url:url': 'https://mail.example.org/',
        'field:username': field('Username', 'text', false, 0),
        'value:username': 'mia@example.org',
        'field:password': field('Password', 'password', true, 1),
        'value:password': sealed(mail, made, 'value:password', 'hunter2'),
        'check:password': check('hunter2', 19)
      }
    },
    {
      item: mail,
      at: later,
      set: {
        favorite: true,
        'tag:work': null,
        'tag:privé': true,
        'value:password': sealed(mail, later, 'value:password', 'korrekt-pferd-batterie-klammer'),
        'check:password': check('korrekt-pferd-batterie-klammer', 51)
      }
    },
    {
      item: note,
      at: later,
      set: {
        type: 'note',
        title: 'Löffelliste \u{1f944}',
        'field:notes': field('Notes', 'multiline', false, 0),
        'value:notes': 'first line\nsecond "line"\twith \\ and \u007f and \u2028',
        'field:file': field('File', 'attachment', false, 1),
        'value:file': {
          attachment: id,
          name: 'small.txt',
          size: bytes.length,
          mediaType: 'text/plain',
          sha256: hex(sha256(bytes)),
          chunks: 1
        }
      }
    },
    {
      item: bank,
      at: later,
      set: {
        type: 'login',
        title: 'Old bank',
        trashedAt: Date.UTC(2026, 0, 1),
        'field:pin': field('PIN', 'pin', true, 0),
        'value:pin': sealed(bank, later, 'value:pin', '0042')
      }
    },
    // Alike in all but its text: both stand in one line of columns.
    {
      item: card,
      at: later,
      set: {
        type: 'login',
        title: 'New bank',
        'field:pin': field('PIN', 'pin', true, 0),
        'value:pin': sealed(card, later, 'value:pin', '2400')
      }
    },
    { item: gone, at: later, set: { type: 'note', title: 'Never mind' } },
    { item: gone, at: last, set: { purged: true } }
  ]
}

/** What the saves behind the snapshot say: one of one frame, and one of three. */
function saves(sealed: Sealer, check: (text: string, bits: number) => Json) {
  const [mail, note, added] = [item(1), item(2), item(5)]
  const [saved, imported] = [stamp(180), stamp(240, '0b0b0000')]
  const password = 'x'.repeat(40)
  return {
    small: [
      {
        item: mail,
        at: saved,
        set: {
          title: 'Example Mail (new)',
          'value:password': sealed(mail, saved, 'value:password', password),
          'check:password': check(password, 8)
        }
      },
      // Older than what the snapshot holds: it must lose.
      { item: note, at: stamp(30), set: { title: 'An edit that came late', 'tag:late': true } }
    ],
    bulk: [{ item: added, at: imported, set: { type: 'login', title: 'Imported' } }],
    details: [
      {
        item: added,
        at: imported,
        set: { 'field:username': field('Username', 'text', false, 0), 'value:username': 'im ported' }
      }
    ],
    commit: [{ item: VAULT_ITEM, at: imported, set: { [`journal:${imported}`]: { import: 1 } } }]
  } satisfies Record<string, readonly Change[]>
}

export function vectorContent(scope: ConcealedScope, random: RandomBytes) {
  const sealed: Sealer = (id, at, name, text) => sealValue(scope, { item: id, at, name }, text, random)
  const check = (text: string, bits: number): Json => ({ fingerprint: fingerprint(scope, text), bits })
  return { first: firstChanges(sealed, check), ...saves(sealed, check) }
}
