import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { certificateFacts } from './certificate-facts.ts'
import { sshKeyFacts } from './ssh-key-facts.ts'
import { newSshKey } from './ssh-key-pair.ts'
import * as keys from './test-support/keys.ts'

const ED25519 = 'SHA256:7dwHCDL3um/5Upd6pznp1lgYxPHTxUpys2pgdKU42XQ'

describe('a TLS certificate', () => {
  const facts = {
    domain: 'registry.example.org',
    subject: 'CN=registry.example.org, C=SE, O=Lindqvist Lab',
    issuer: 'CN=registry.example.org, C=SE, O=Lindqvist Lab',
    expires: '2036-11-22',
    fingerprint: '48:1B:B6:F8:D5:3B:DB:D0:A3:C9:34:71:35:9B:98:3D:72:A8:82:60:91:B0:CB:F1:D0:89:A0:FB:CA:3E:EA:C2'
  }

  test('tells its host, issuer, last day and fingerprint as openssl does', () => {
    expect(certificateFacts(keys.CERTIFICATE)).toEqual(facts)
  })

  test('is the first of a chain, with words around it', () => {
    expect(certificateFacts(`subject=x\r\n${keys.CERTIFICATE}\r\n${keys.CERTIFICATE}`)).toEqual(facts)
  })

  test('that is none says nothing', () => {
    const broken = keys.CERTIFICATE.replace('MII', 'MIX')
    for (const text of ['', 'registry.example.org', broken, keys.CERTIFICATE.slice(0, 200)])
      expect(certificateFacts(text)).toBeNull()
  })
})

describe('an SSH key', () => {
  test.each([
    ['a public key', keys.ED25519_PUBLIC, 'ED25519', ED25519],
    ['a line of authorized_keys', `restrict,command="x y" ${keys.ED25519_PUBLIC}`, 'ED25519', ED25519],
    ['RFC 4716', keys.ED25519_RFC4716, 'ED25519', ED25519],
    ['a private key', keys.ED25519_PRIVATE, 'ED25519', ED25519],
    [
      'a private key that a passphrase locks',
      keys.LOCKED_PRIVATE,
      'ED25519',
      'SHA256:XDGRl8hPiN3zqvZK9yIxihx5fs26eqix9Du6qO4xoQE'
    ],
    ['RSA', keys.RSA_PUBLIC, 'RSA 2048', 'SHA256:U5KmJbMxOPCNetBOFJKSfbRzOnINV6ESsqzxPbJrn0I'],
    ['ECDSA', keys.ECDSA_PUBLIC, 'ECDSA P-256', 'SHA256:YJcm9wtsGdoXUFZ+f6VXcI7Woh/8n74DUn2nYBVdml4']
  ])('in %s has the fingerprint that ssh-keygen prints', (_, text, keyType, fingerprint) => {
    expect(sshKeyFacts(text)).toMatchObject({ keyType, fingerprint })
  })

  test('in PEM is known by its public half, unless a passphrase hides it', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect(sshKeyFacts(pem)).toMatchObject({ keyType: 'RSA 2048', publicKey: expect.stringMatching(/^ssh-rsa AAAA/) })
    const locked = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
    expect(sshKeyFacts(locked.toString())).toBeNull()
  })

  test('keeps its comment in the public key', () => {
    expect(sshKeyFacts(keys.ED25519_PUBLIC)?.publicKey).toBe(keys.ED25519_PUBLIC)
  })

  test('whose name and content differ is none', () => {
    expect(sshKeyFacts(keys.ED25519_PUBLIC.replace('ssh-ed25519', 'ssh-rsa'))).toBeNull()
  })

  test('is read or not, whatever the text', () => {
    const texts = Object.values(keys)
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(2000), fc.string({ maxLength: 20 }), (text, at, noise) => {
        const mutated = text.slice(0, at) + noise + text.slice(at + noise.length)
        expect([null, 'string']).toContain(sshKeyFacts(mutated) === null ? null : 'string')
        certificateFacts(mutated)
      }),
      { numRuns: 300 }
    )
  })
})

describe('a new SSH key', () => {
  test('tells the same of both of its halves, and is another each time', () => {
    const made = newSshKey('mara@laptop')
    expect(sshKeyFacts(made.privateKey)?.fingerprint).toBe(sshKeyFacts(made.publicKey)?.fingerprint)
    expect(made.publicKey).toMatch(/^ssh-ed25519 AAAA\S+ mara@laptop$/)
    expect(newSshKey('').publicKey).not.toContain(made.publicKey.split(' ')[1])
  })

  const hasTool = (): boolean => {
    try {
      execFileSync('ssh-keygen', ['-?'], { stdio: 'ignore' })
      return true
    } catch (error) {
      return (error as { code?: string }).code !== 'ENOENT'
    }
  }

  test.skipIf(!hasTool())('is read by ssh-keygen, which makes the same public half of it (needs ssh-keygen)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'coffer-key-'))
    try {
      const made = newSshKey('mara@laptop')
      const file = join(folder, 'key')
      writeFileSync(file, made.privateKey, { mode: 0o600 })
      expect(execFileSync('ssh-keygen', ['-y', '-f', file]).toString().trim()).toBe(made.publicKey)
      expect(execFileSync('ssh-keygen', ['-l', '-f', file]).toString()).toContain(
        sshKeyFacts(made.publicKey)?.fingerprint
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
