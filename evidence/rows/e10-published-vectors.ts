import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { phraseWords, readRecoveryPhrase } from '../../src/core/crypto/recovery-phrase.ts'
import { SecretBytes } from '../../src/core/crypto/secret-bytes.ts'
import type { Row } from '../row.ts'
import { ageKit } from '../support/age-kit.ts'
import { missingVectors, VECTORS } from '../support/shared-folder.ts'
import { tally } from '../support/tally.ts'
import { type Vector, wycheproof } from '../support/wycheproof.ts'

export const publishedVectors: Row = {
  id: 'E10',
  seedless: true,
  claim: 'The primitives agree with the published vectors.',
  target: 'Wycheproof XChaCha20-Poly1305, HKDF, HMAC, Ed25519, X25519, BIP39, the age test kit: all pass',
  unit: 'vectors',
  scales: { short: 3000, full: 3000 },
  missing: missingVectors,
  async run({ report, goesOn }) {
    const counted = tally(report)
    for (const { name, check } of [...wycheproof(), ...bip39(), ...ageKit()]) {
      if (!goesOn()) break
      const failure = await check()
      counted.saw(
        name
          .split(' ')
          .slice(0, name.startsWith('wycheproof') ? 2 : 1)
          .join(' ')
      )
      counted.count(failure === null ? null : `${name}: ${failure}`)
    }
    return counted.outcome([
      'Argon2id (RFC 9106) is compared between three libraries by the unit tests of src/vault/kdf'
    ])
  }
}

/** Phrases of 24 words are an encoding of 256 bits here; the shorter ones of the list must be refused. */
function bip39(): readonly Vector[] {
  const { english } = JSON.parse(readFileSync(join(VECTORS, 'bip39.json'), 'utf8')) as {
    readonly english: readonly (readonly string[])[]
  }
  return english.map(([entropy = '', words = ''], index) => ({
    name: `bip39 ${index}`,
    check: () => (entropy.length === 64 ? wrongPhrase(entropy, words) : taken(words))
  }))
}

function wrongPhrase(entropy: string, words: string): string | null {
  using secret = SecretBytes.own(Uint8Array.from(Buffer.from(entropy, 'hex')))
  using read = readRecoveryPhrase(words)
  const isSame = phraseWords(secret).join(' ') === words && Buffer.from(read.bytes).toString('hex') === entropy
  return isSame ? null : 'differs'
}

function taken(words: string): string | null {
  try {
    readRecoveryPhrase(words)[Symbol.dispose]()
    return 'a shorter phrase was taken'
  } catch {
    return null
  }
}
