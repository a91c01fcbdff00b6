import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { passwordBytes } from '../../core/crypto/kdf-params.ts'
import { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import { startKdf } from './derive-key.ts'
import { loadNative } from './native.ts'
import { startPooled } from './start-pooled.ts'
import { builtWorker } from './test-support/built-worker.ts'
import { wasmArgon2 } from './wasm.ts'

const SALT = Uint8Array.from({ length: 16 }, (_, index) => index)
/** The cheapest numbers that the format allows. */
const CHEAP = { memoryKiB: 64 * 1024, passes: 3, lanes: 4, salt: SALT }
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

let workerFile: string
beforeAll(async () => {
  workerFile = await builtWorker()
}, 60_000)

describe('a key derived in the worker', () => {
  test('is Argon2id of the password, and the password stays whole', async () => {
    const kdf = startKdf({ workerFile })
    using password = passwordBytes('correct horse battery staple')
    using root = await kdf.deriveKey(password, CHEAP)
    await kdf.close()
    expect(hex(root.bytes)).toBe(hex(await wasmArgon2(password.bytes, CHEAP)))
    expect(new TextDecoder().decode(password.bytes)).toBe('correct horse battery staple')
  })

  test('leaves the calling thread free', async () => {
    const kdf = startKdf({ workerFile })
    using password = passwordBytes('correct horse battery staple')
    let beats = 0
    const beat = setInterval(() => (beats += 1), 5)
    using _root = await kdf.deriveKey(password, { ...CHEAP, passes: 8 })
    clearInterval(beat)
    await kdf.close()
    // On this thread it would be none at all.
    expect(beats).toBeGreaterThan(3)
  })

  test('is one of several asked at once, each as if alone', async () => {
    const kdf = startKdf({ workerFile })
    const texts = ['one', 'two', 'three']
    const roots = await Promise.all(
      texts.map(async (text) => {
        using password = passwordBytes(text)
        using root = await kdf.deriveKey(password.copy(), CHEAP)
        return hex(root.bytes)
      })
    )
    await kdf.close()
    expect(roots).toEqual(
      await Promise.all(texts.map(async (text) => hex(await wasmArgon2(new TextEncoder().encode(text), CHEAP))))
    )
  })

  test('is refused outside the bounds before a thread takes any memory', async () => {
    const kdf = startKdf({ workerFile })
    using password = passwordBytes('x')
    const before = process.memoryUsage().rss
    for (const numbers of [
      { memoryKiB: 2 ** 30 },
      { passes: 0 },
      { lanes: 9 },
      { memoryKiB: 32 * 1024 },
      { passes: 2 }
    ]) {
      await expect(kdf.deriveKey(password, { ...CHEAP, ...numbers })).rejects.toMatchObject({ code: 'KDF_REFUSED' })
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 2 ** 20)
    await kdf.close()
  })

  test('is given up when its signal or its end says so', async () => {
    const controller = new AbortController()
    const kdf = startKdf({ workerFile, signal: controller.signal })
    using password = passwordBytes('x')
    const slow = { memoryKiB: 512 * 1024, passes: 8, lanes: 1, salt: SALT }
    const started = performance.now()
    setTimeout(() => controller.abort(), 100)
    await expect(kdf.deriveKey(password, slow)).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(performance.now() - started).toBeLessThan(600)
    await expect(kdf.deriveKey(password, CHEAP)).rejects.toMatchObject({ code: 'CANCELLED' })
    const other = startKdf({ workerFile })
    setTimeout(() => void other.close(), 100)
    await expect(other.deriveKey(password, slow)).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  test('fails with a code where there is no worker', async () => {
    const kdf = startKdf({ workerFile: '/nowhere/kdf-worker.js' })
    using password = SecretBytes.own(new Uint8Array(1))
    await expect(kdf.deriveKey(password, CHEAP)).rejects.toMatchObject({ code: 'INTERNAL' })
    await kdf.close()
    expect(() => startKdf()).toThrow('INTERNAL')
  })
})

describe('a key derived in a process that soon ends', () => {
  test('is the same, leaves the calling thread free, and the password stays whole', async () => {
    const kdf = startKdf({ workerFile, isBrief: true })
    using password = passwordBytes('correct horse battery staple')
    let beats = 0
    const beat = setInterval(() => (beats += 1), 5)
    using root = await kdf.deriveKey(password, { ...CHEAP, passes: 8 })
    clearInterval(beat)
    await kdf.close()
    expect(beats).toBeGreaterThan(3)
    expect(hex(root.bytes)).toBe(hex(await wasmArgon2(password.bytes, { ...CHEAP, passes: 8 })))
    expect(new TextDecoder().decode(password.bytes)).toBe('correct horse battery staple')
  })

  test('is given up when its signal says so, before and while it is derived', async () => {
    const controller = new AbortController()
    const kdf = startKdf({ workerFile, isBrief: true, signal: controller.signal })
    using password = passwordBytes('x')
    const started = performance.now()
    setTimeout(() => controller.abort(), 100)
    const derived = kdf.deriveKey(password, { memoryKiB: 512 * 1024, passes: 8, lanes: 1, salt: SALT })
    await expect(derived).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(performance.now() - started).toBeLessThan(600)
    await expect(kdf.deriveKey(password, CHEAP)).rejects.toMatchObject({ code: 'CANCELLED' })
    const early = startPooled(workerFile)
    const asked = early.derive(password.bytes, CHEAP)
    await early.end()
    await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  test('comes from a worker where the native code does not load', async () => {
    using password = passwordBytes('x')
    const tag = await startPooled(workerFile, Promise.resolve(null)).derive(password.bytes, CHEAP)
    expect(hex(tag)).toBe(hex(await wasmArgon2(password.bytes, CHEAP)))
  })

  test('names what failed and nothing else', async () => {
    const failing = Promise.resolve(async () => Promise.reject(new RangeError('x7#mK2')))
    const derived = startPooled(workerFile, failing).derive(new Uint8Array(1), CHEAP)
    await expect(derived).rejects.toMatchObject({ code: 'INTERNAL', detail: { reason: 'RangeError' } })
  })
})

describe('both implementations', () => {
  test('give the published tag of the reference implementation', async () => {
    // phc-winner-argon2, src/test.c: hashtest(version, 2, 16, 1, "password", "somesalt", …, Argon2_id)
    const params = { memoryKiB: 2 ** 16, passes: 2, lanes: 1, salt: new TextEncoder().encode('somesalt') }
    const published = '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'
    const native = await loadNative()
    expect(native).not.toBeNull()
    for (const argon2id of [native ?? wasmArgon2, wasmArgon2]) {
      expect(hex(await argon2id(new TextEncoder().encode('password'), params))).toBe(published)
    }
  })

  test('agree for every number of lanes and odd passwords', async () => {
    const native = (await loadNative()) ?? wasmArgon2
    for (const [lanes, text] of [
      [1, ' '],
      [2, '\u0000'],
      [3, 'ü\u{1F600}'],
      [4, 'x'.repeat(5000)],
      [8, 'password']
    ] as const) {
      const params = { memoryKiB: 256, passes: 3, lanes, salt: SALT }
      const password = new TextEncoder().encode(text)
      expect(hex(await native(password, params))).toBe(hex(await wasmArgon2(password, params)))
    }
  })

  const argon2 = hasCommand('argon2')
  test.skipIf(!argon2)(`agree with the argon2 command${argon2 ? '' : ' (not installed)'}`, async () => {
    const args = ['somesaltsomesalt', '-id', '-t', '3', '-m', '16', '-p', '4', '-l', '32', '-r']
    const out = execFileSync('argon2', args, { input: 'correct horse' }).toString().trim()
    const params = { ...CHEAP, salt: new TextEncoder().encode('somesaltsomesalt') }
    expect(hex(await wasmArgon2(new TextEncoder().encode('correct horse'), params))).toBe(out)
  })
})

function hasCommand(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`])
    return true
  } catch {
    return false
  }
}
